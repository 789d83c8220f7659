package nepsong.evaluation.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nepsong.cycle.Cycles;
import nepsong.directive.SeatedMembers;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.CallConference;
import nepsong.evaluation.Conference;
import nepsong.evaluation.Conference.Guest;
import nepsong.evaluation.ConferenceDatePolicy;
import nepsong.evaluation.ConferenceGuests;
import nepsong.evaluation.Opinions;
import nepsong.evaluation.Opinions.Opinion;
import nepsong.evaluation.Reports;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

@Component
class CallConferenceForm implements TaskForm {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final LocalTime MORNING = LocalTime.of(8, 30);

    private static final String PROGRAMME =
            """
            1. Khai mạc, giới thiệu đại biểu
            2. Báo cáo kết quả kiểm tra
            3. Các đơn vị phát biểu, thảo luận
            4. Kết luận của chủ trì""";

    private final CallConference calling;
    private final Reports reports;
    private final Opinions opinions;
    private final Cycles cycles;
    private final People people;
    private final ConferenceGuests guests;
    private final SeatedMembers members;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CallConferenceForm(
            CallConference calling,
            Reports reports,
            Opinions opinions,
            Cycles cycles,
            People people,
            ConferenceGuests guests,
            SeatedMembers members,
            WorkingCalendar calendar,
            Clock clock) {
        this.calling = calling;
        this.reports = reports;
        this.opinions = opinions;
        this.cycles = cycles;
        this.people = people;
        this.guests = guests;
        this.members = members;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "evaluation.call-conference";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(
                "startsAt",
                calendar.plus(LocalDate.now(clock), ConferenceDatePolicy.DAYS_OF_NOTICE)
                        .atTime(MORNING)
                        .toString());
        shown.put("place", "Hội trường Sở Văn hóa và Thể thao");
        shown.put("programme", PROGRAMME);
        shown.put(
                "chair",
                people.inGroup(Groups.HEAD_OF_TEAM).stream()
                        .map(Person::name)
                        .findFirst()
                        .orElse(""));
        shown.put(
                "guests",
                guests.of(task.cycle()).stream().map(CallConferenceForm::row).toList());
        shown.put(
                "personOptions",
                guests.choice(task.cycle()).stream()
                        .map(CallConferenceForm::option)
                        .toList());
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        List<Opinion> given = opinions.of(reports.get(task.cycle()));
        long consents = given.stream().filter(Opinion::consents).count();
        return Map.of(
                "cycleName",
                cycles.get(task.cycle()).name(),
                "latestText",
                DAY.format(latest(task)),
                "consents",
                consents,
                "comments",
                given.size() - consents,
                "silent",
                members.of(task.cycle()).size() - given.size());
    }

    private static Map<String, Object> row(Person person) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", person.name());
        row.put("agency", Objects.requireNonNullElse(person.agency(), person.position()));
        row.put("person", person.id());
        return row;
    }

    private static Option option(Person person) {
        // Whom it means comes first: a narrow field shows no more of it.
        String position = person.position().isEmpty() ? "" : " – " + person.position();
        return new Option(person.id(), person.name() + " (" + person.id() + ")" + position);
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        Conference conference = new Conference(
                data.requiredDateTime("startsAt").atZone(WorkingCalendar.ZONE).toInstant(),
                data.text("place"),
                data.text("chair"),
                data.text("programme"),
                guests(task.cycle(), data.rows("guests")));
        LocalDate day = LocalDate.ofInstant(conference.startsAt(), WorkingCalendar.ZONE);
        LocalDate dueOn = dueOn(task);
        return Outcome.of(
                calling.call(task.cycle(), task.user(), conference, latest(task)),
                Map.of(EvaluationProcess.HOLD_CONFERENCE_DUE_ON, (day.isAfter(dueOn) ? day : dueOn).toString()));
    }

    /** The form as it was before asks for names alone: there whoever comes as a matter of course is known by theirs. */
    private List<Guest> guests(String cycle, List<FormData> rows) {
        boolean asked = rows.stream().anyMatch(row -> row.textOrNull("person") != null);
        Map<String, String> byName = asked
                ? Map.of()
                : guests.of(cycle).stream().collect(Collectors.toMap(Person::name, Person::id, (one, other) -> one));
        return rows.stream()
                .map(row -> new Guest(
                        row.text("name"),
                        row.text("agency"),
                        asked ? row.textOrNull("person") : byName.get(row.text("name")),
                        false))
                .toList();
    }

    private LocalDate latest(FormTask task) {
        return ConferenceDatePolicy.latest(dueOn(task), LocalDate.now(clock), calendar);
    }

    /** A cycle that was begun before the draft set a day counts from now. */
    private LocalDate dueOn(FormTask task) {
        Object known = task.variables().get(EvaluationProcess.HOLD_CONFERENCE_DUE_ON);
        return known == null
                ? calendar.plus(
                        LocalDate.now(clock), cycles.workingDays(task.cycle(), EvaluationProcess.HOLD_CONFERENCE))
                : LocalDate.parse(known.toString());
    }
}
