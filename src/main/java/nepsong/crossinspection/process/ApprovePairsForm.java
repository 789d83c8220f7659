package nepsong.crossinspection.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nepsong.crossinspection.ApprovePairs;
import nepsong.crossinspection.ApprovePairs.Choice;
import nepsong.crossinspection.Pair;
import nepsong.crossinspection.Pairing;
import nepsong.crossinspection.Pairings;
import nepsong.crossinspection.ReturnPairs;
import nepsong.crossinspection.SupervisionPolicy;
import nepsong.crossinspection.Supervisions;
import nepsong.cycle.Cycles;
import nepsong.directive.WorkingGroup;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.selfassessment.Acknowledgement;
import nepsong.selfassessment.Conflicts;
import nepsong.selfassessment.SelfAssessments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ApprovePairsForm implements TaskForm {

    private final ApprovePairs approval;
    private final ReturnPairs giveBack;
    private final Pairings pairings;
    private final Supervisions supervisions;
    private final Cycles cycles;
    private final SelfAssessments selfAssessments;
    private final Conflicts declared;
    private final People people;
    private final Units units;

    ApprovePairsForm(
            ApprovePairs approval,
            ReturnPairs giveBack,
            Pairings pairings,
            Supervisions supervisions,
            Cycles cycles,
            SelfAssessments selfAssessments,
            Conflicts declared,
            People people,
            Units units) {
        this.approval = approval;
        this.giveBack = giveBack;
        this.pairings = pairings;
        this.supervisions = supervisions;
        this.cycles = cycles;
        this.selfAssessments = selfAssessments;
        this.declared = declared;
        this.people = people;
        this.units = units;
    }

    @Override
    public String key() {
        return "bloc-inspection.approve-pairs";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Pairing pairing = pairings.latest(task.cycle(), task.bloc()).orElseThrow();
        List<Option> options = units.find(cycles.bloc(task.cycle(), task.bloc()).units()).stream()
                .map(unit -> new Option(unit.code(), unit.name()))
                .toList();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("seed", pairing.seed());
        shown.put("round", pairing.round());
        shown.put("cost", pairing.cost());
        shown.put("warnings", Words.bullets(pairing.warnings()));
        shown.put("infeasible", Words.bullets(pairing.infeasible()));
        shown.put("unitOptions", options);
        List<WorkingGroup> groups = supervisions.groups(task.cycle());
        shown.put("groupOptions", options(groups));
        SupervisionPolicy supervision = new SupervisionPolicy(
                groups, cycles.bloc(task.cycle(), task.bloc()), cycles.blocs(task.cycle()), people);
        shown.put(
                "pairs",
                pairing.pairs().stream()
                        .map(pair -> row(pair, supervision.next(pair).orElse(null)))
                        .toList());
        return shown;
    }

    private static List<Option> options(List<WorkingGroup> groups) {
        return IntStream.range(0, groups.size())
                .mapToObj(at -> {
                    WorkingGroup group = groups.get(at);
                    String area = group.area().isEmpty() ? "" : " – " + group.area();
                    return new Option(String.valueOf(at), group.name() + area);
                })
                .toList();
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Map<String, String> names = units
                .find(cycles.bloc(task.cycle(), task.bloc()).units())
                .stream()
                .collect(Collectors.toMap(Unit::code, Unit::name));
        return Map.of(
                "conflicts",
                conflicts(task, names),
                "officers",
                officers(task, names),
                "cycleName",
                cycles.get(task.cycle()).name(),
                "blocName",
                task.text("blocName"),
                "returnReason",
                pairings.returnReason(task.cycle(), task.bloc()));
    }

    /** What the bloc's units declared, for the head of team who swaps or relaxes. */
    private List<Map<String, String>> conflicts(FormTask task, Map<String, String> names) {
        return declared.of(task.cycle()).stream()
                .filter(one -> names.containsKey(one.unit()))
                .map(one -> Map.of(
                        "unit", names.getOrDefault(one.unit(), one.unit()),
                        "other", names.getOrDefault(one.otherUnit(), one.otherUnit()),
                        "reason", one.reason()))
                .toList();
    }

    /** Whom each unit sends wherever it inspects. */
    private List<Map<String, String>> officers(FormTask task, Map<String, String> names) {
        List<Map<String, String>> officers = new ArrayList<>();
        selfAssessments.acknowledgements(task.cycle()).forEach((unit, said) -> {
            String name = names.get(unit);
            if (name != null) {
                officers.add(Map.of("unit", name, "people", named(said)));
            }
        });
        return officers;
    }

    private String named(Acknowledgement said) {
        return said.inspectors().stream()
                .map(id -> people.find(id).map(Person::name).orElse(id))
                .collect(Collectors.joining(", "));
    }

    /** @param group that looks after it; null where the team has none */
    private Map<String, Object> row(Pair pair, @Nullable Integer group) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("unitName", units.find(pair.inspected()).map(Unit::name).orElse(pair.inspected()));
        row.put("inspected", pair.inspected());
        row.put("drawn", pair.inspecting());
        row.put("inspecting", pair.inspecting());
        if (group != null) {
            row.put("supervised", "yes");
            row.put("group", group.toString());
        }
        return row;
    }

    private static @Nullable Integer group(FormData row) {
        String group = row.textOrNull("group");
        return group == null ? null : Integer.valueOf(group);
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        String decision = data.text("decision");
        if (decision.equals("return")) {
            giveBack.giveBack(task.cycle(), task.bloc(), task.user(), data.text("reason"));
            return Outcome.accepted(Map.of("decision", decision));
        }
        List<Choice> choices = data.rows("pairs").stream()
                .map(row ->
                        new Choice(row.text("inspecting"), row.text("inspected"), row.text("swapReason"), group(row)))
                .toList();
        return Outcome.of(
                approval.approve(task.cycle(), task.bloc(), task.user(), choices, data.text("relaxationReason")),
                Map.of("decision", decision));
    }
}
