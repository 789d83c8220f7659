package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nepsong.catalogue.Checklists;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.evaluation.PublishedResults.Place;
import nepsong.evaluation.PublishedResults.RankedBloc;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The results of a cycle as everybody may read them. */
@Component
public class ReadPublishedResults {

    private static final String WINDOW = "appeal.consider-result";

    private final Publications publications;
    private final Results results;
    private final ScoreUnits scoring;
    private final Checklists checklists;
    private final Reports reports;
    private final Conferences conferences;
    private final Cycles cycles;
    private final Units units;
    private final People people;
    private final WorkingCalendar calendar;

    ReadPublishedResults(
            Publications publications,
            Results results,
            ScoreUnits scoring,
            Checklists checklists,
            Reports reports,
            Conferences conferences,
            Cycles cycles,
            Units units,
            People people,
            WorkingCalendar calendar) {
        this.publications = publications;
        this.results = results;
        this.scoring = scoring;
        this.checklists = checklists;
        this.reports = reports;
        this.conferences = conferences;
        this.cycles = cycles;
        this.units = units;
        this.people = people;
        this.calendar = calendar;
    }

    /** Those whose results are published, the newest first. */
    @Transactional(readOnly = true)
    public List<Cycle> published() {
        return cycles.all().stream()
                .filter(cycle -> publications.of(cycle.code()).isPresent())
                .toList();
    }

    /** Empty until the results are published. */
    @Transactional(readOnly = true)
    public Optional<PublishedResults> read(String code, String person) {
        return cycles.find(code).flatMap(cycle -> publications.of(code).map(decision -> of(cycle, decision, person)));
    }

    private PublishedResults of(Cycle cycle, Publication decision, String person) {
        Optional<Report> report = reports.latest(cycle.code());
        List<RankedBloc> blocs = decision.opens(Publication.RANKING) ? blocs(cycle, decision, person) : List.of();
        return new PublishedResults(
                cycle,
                decision,
                calendar.plus(
                        decision.publishedAt().atZone(WorkingCalendar.ZONE).toLocalDate(),
                        cycles.workingDays(cycle.code(), WINDOW)),
                blocs,
                groups(cycle, blocs),
                decision.opens(Publication.MODELS)
                        ? report.map(one -> one.section(ReportSection.MODELS)).orElse("")
                        : "",
                report.flatMap(conferences::minutes).orElse(null));
    }

    private Map<String, String> groups(Cycle cycle, List<RankedBloc> blocs) {
        Set<String> shown = blocs.stream()
                .flatMap(bloc -> bloc.places().stream())
                .flatMap(place -> place.groups().keySet().stream())
                .collect(Collectors.toSet());
        Map<String, String> names = new TreeMap<>();
        if (!shown.isEmpty()) {
            names.putAll(checklists.version(cycle.checklist()).groupNames());
            names.keySet().retainAll(shown);
        }
        return names;
    }

    private List<RankedBloc> blocs(Cycle cycle, Publication decision, String person) {
        Map<String, List<Result>> byBloc =
                results.of(cycle.code()).stream().collect(Collectors.groupingBy(Result::bloc));
        Set<String> groups = people.groupsOf(person);
        List<Bloc> all = cycles.blocs(cycle.code());
        Map<String, SortedMap<String, BigDecimal>> scores = decision.opens(Publication.GROUPS)
                ? scoring.groups(
                        cycle.code(),
                        all.stream().flatMap(bloc -> bloc.units().stream()).toList())
                : Map.of();
        List<RankedBloc> blocs = new ArrayList<>();
        for (Bloc bloc : all) {
            Map<String, Unit> known =
                    units.find(bloc.units()).stream().collect(Collectors.toMap(Unit::code, Function.identity()));
            blocs.add(new RankedBloc(
                    bloc.name(),
                    byBloc.getOrDefault(bloc.code(), List.of()).stream()
                            .map(result -> place(result, known, scores, groups))
                            .toList()));
        }
        return blocs;
    }

    private static Place place(
            Result result,
            Map<String, Unit> known,
            Map<String, SortedMap<String, BigDecimal>> scores,
            Set<String> readersGroups) {
        SortedMap<String, BigDecimal> groups = scores.getOrDefault(result.unit(), new TreeMap<>());
        Unit unit = known.get(result.unit());
        return new Place(
                result.rank(),
                unit == null ? result.unit() : unit.name(),
                result.finalScore(),
                result.grade(),
                groups,
                Groups.areAt(result.unit(), readersGroups));
    }
}
