package nepsong.directive.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nepsong.catalogue.Parameter;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.directive.BlocProposal;
import nepsong.directive.ConfigureCycle;
import nepsong.directive.Plan;
import nepsong.directive.Plans;
import nepsong.directive.UnitContacts;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

@Component
class ConfigureCycleForm implements TaskForm {

    /** More units than a person places one by one: they go where the proposal puts them. */
    private static final int MOST_ROWS = 200;

    private final Plans plans;
    private final BlocProposal proposal;
    private final UnitContacts contacts;
    private final Cycles cycles;
    private final Units units;
    private final PlanView view;
    private final JudgedBy judgedBy;
    private final ConfigureCycle configure;

    ConfigureCycleForm(
            Plans plans,
            BlocProposal proposal,
            UnitContacts contacts,
            Cycles cycles,
            Units units,
            PlanView view,
            JudgedBy judgedBy,
            ConfigureCycle configure) {
        this.plans = plans;
        this.proposal = proposal;
        this.contacts = contacts;
        this.cycles = cycles;
        this.units = units;
        this.view = view;
        this.judgedBy = judgedBy;
        this.configure = configure;
    }

    @Override
    public String key() {
        return "directive.configure-cycle";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Plan plan = plans.get(task.cycle());
        List<Bloc> blocs = proposal.propose(task.cycle());
        boolean automatic = plan.units().size() > MOST_ROWS;
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("automatic", automatic);
        shown.put("blocOptions", options(blocs));
        shown.put("units", automatic ? List.of() : rows(blocs, names(plan)));
        shown.putAll(judgedBy.proposed(units.find(plan.units())));
        shown.put("quotaOn", true);
        shown.put("excellentQuotaPercent", cycles.parameters(task.cycle()).integer(Parameter.EXCELLENT_QUOTA));
        shown.put("deadlines", deadlines(task.cycle()));
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Plan plan = plans.get(task.cycle());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("cycle", task.cycle());
        shown.put("checklist", view.checklist(plan.checklistVersion()));
        shown.put("unitCount", plan.units().size());
        String missing = contacts.missing(task.cycle()).stream()
                .map(refusal -> refusal.row() + ": " + refusal.reason())
                .collect(Collectors.joining("; "));
        if (!missing.isEmpty()) {
            shown.put("missing", missing);
        }
        shown.put("unitKinds", proposal.kinds(units.find(plan.units())));
        Map<String, String> names = names(plan);
        shown.put(
                "blocSummary",
                proposal.propose(task.cycle()).stream()
                        .map(bloc -> summary(bloc, names))
                        .toList());
        return shown;
    }

    private Map<String, String> names(Plan plan) {
        return units.find(plan.units()).stream().collect(Collectors.toMap(Unit::code, Unit::name));
    }

    private static Map<String, Object> summary(Bloc bloc, Map<String, String> names) {
        return Map.of(
                "title",
                bloc.name(),
                "count",
                bloc.units().size(),
                "units",
                bloc.units().stream()
                        .map(unit -> names.getOrDefault(unit, unit))
                        .collect(Collectors.joining("; ")));
    }

    /** One bloc more than proposed, for those who divide otherwise. */
    private static List<Option> options(List<Bloc> blocs) {
        List<Option> options = new ArrayList<>();
        blocs.forEach(bloc -> options.add(new Option(bloc.code(), bloc.name())));
        int number = blocs.size() + 1;
        while (isTaken(blocs, "khoi-" + number)) {
            number++;
        }
        options.add(new Option("khoi-" + number, "Khối " + number));
        return options;
    }

    private static boolean isTaken(List<Bloc> blocs, String code) {
        return blocs.stream().anyMatch(bloc -> bloc.code().equals(code));
    }

    private static List<Map<String, Object>> rows(List<Bloc> blocs, Map<String, String> names) {
        List<Map<String, Object>> rows = new ArrayList<>();
        blocs.forEach(bloc -> bloc.units()
                .forEach(unit -> rows.add(
                        Map.of("code", unit, "unitName", names.getOrDefault(unit, unit), "bloc", bloc.code()))));
        return rows;
    }

    /** Steps that are still to come. */
    private List<Map<String, Object>> deadlines(String cycle) {
        return cycles.deadlines(cycle).stream()
                .filter(step -> !step.step().startsWith("directive."))
                .map(step -> Map.<String, Object>of(
                        "step", step.step(), "title", step.title(), "workingDays", step.workingDays()))
                .toList();
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        Plan plan = plans.get(task.cycle());
        List<Bloc> proposed = proposal.propose(task.cycle());
        Cycles.Configuration configuration = new Cycles.Configuration(
                task.cycle(),
                plan.checklistVersion(),
                data.flag("quotaOn") ? data.integer("excellentQuotaPercent") : null,
                plan.units().size() > MOST_ROWS ? proposed : chosen(proposed, data.rows("units")),
                data.rows("deadlines").stream()
                        .collect(Collectors.toMap(row -> row.text("step"), row -> row.integer("workingDays"))),
                judgedBy.weights(data),
                judgedBy.tableVersions(data));
        return Outcome.of(
                configure.configure(configuration, data.flag("relaxationAccepted"), data.text("mailNote")),
                Map.of("issued", true));
    }

    /** Blocs that nobody was put in do not come about. */
    private static List<Bloc> chosen(List<Bloc> proposed, List<FormData> rows) {
        return options(proposed).stream()
                .map(option -> new Bloc(
                        option.value(),
                        option.label(),
                        rows.stream()
                                .filter(row -> row.text("bloc").equals(option.value()))
                                .map(row -> row.text("code"))
                                .toList()))
                .filter(bloc -> !bloc.units().isEmpty())
                .toList();
    }
}
