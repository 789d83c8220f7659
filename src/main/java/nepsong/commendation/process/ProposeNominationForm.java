package nepsong.commendation.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.commendation.Achievement;
import nepsong.commendation.AwardForm;
import nepsong.commendation.Gender;
import nepsong.commendation.Nomination;
import nepsong.commendation.ProposeNomination;
import nepsong.commendation.RunningCycle;
import nepsong.commendation.Subject;
import nepsong.commendation.SubjectType;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.engine.FormData;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.StartForm;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

@Component
class ProposeNominationForm implements StartForm {

    private final ProposeNomination propose;
    private final RunningCycle running;
    private final Cycles cycles;
    private final Units units;
    private final People people;
    private final Clock clock;

    ProposeNominationForm(
            ProposeNomination propose, RunningCycle running, Cycles cycles, Units units, People people, Clock clock) {
        this.propose = propose;
        this.running = running;
        this.cycles = cycles;
        this.units = units;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "commendation.start";
    }

    @Override
    public Map<String, Object> open(String user) {
        LocalDate today = LocalDate.now(clock);
        List<Option> options = units().stream()
                .map(unit -> new Option(unit.code(), unit.name()))
                .toList();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitOptions", options);
        shown.put("subjectType", SubjectType.COLLECTIVE.name());
        shown.put("awardForm", AwardForm.COMMENDATION_LETTER.name());
        shown.put("periodFrom", today.withDayOfYear(1));
        shown.put("periodTo", today);
        people.find(user)
                .map(Person::unit)
                .filter(own ->
                        options.stream().anyMatch(option -> option.value().equals(own)))
                .ifPresent(own -> shown.put("unit", own));
        return shown;
    }

    /** Those of the newest cycle, and before the first all that exist. */
    private List<Unit> units() {
        return cycles.all().stream()
                .map(Cycle::code)
                .map(code -> cycles.blocs(code).stream()
                        .flatMap(bloc -> bloc.units().stream())
                        .toList())
                .filter(codes -> !codes.isEmpty())
                .findFirst()
                .map(units::find)
                .orElseGet(() -> units.validOn(LocalDate.now(clock)));
    }

    @Override
    public Outcome submit(String user, FormData data) {
        SubjectType type = SubjectType.valueOf(data.text("subjectType"));
        AwardForm award = type == SubjectType.GOOD_PERSON
                ? AwardForm.GOOD_PERSON_GOOD_DEED
                : AwardForm.valueOf(data.text("awardForm"));
        Integer born =
                data.number("birthYear").map(year -> year.intValueExact()).orElse(null);
        String gender = data.textOrNull("gender");
        Cycle cycle = running.of(data.text("unit")).orElse(null);
        Nomination nomination = Nomination.fresh(
                cycle == null ? null : cycle.code(),
                data.text("unit"),
                new Subject(
                        type,
                        data.text("name"),
                        born,
                        gender == null ? null : Gender.valueOf(gender),
                        data.text("address")),
                award,
                new Achievement(
                        data.text("achievement"),
                        data.requiredDate("periodFrom"),
                        data.requiredDate("periodTo"),
                        data.date("deedDate").orElse(null),
                        data.textOrNull("pressLink")),
                data.date("consentOn").orElse(null),
                user,
                clock.instant());
        List<Refusal> refusals = propose.propose(nomination, data.flag("consent"));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String unit = nomination.unit();
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("nomination", nomination.id());
        variables.put("unit", unit);
        variables.put("unitKey", Unit.keyOf(unit));
        variables.put("unitName", units.find(unit).map(Unit::name).orElse(unit));
        if (cycle != null) {
            variables.put("cycle", cycle.code());
            variables.put("cycleName", cycle.name());
        }
        return Outcome.started("khen-thuong/" + nomination.id(), variables);
    }
}
