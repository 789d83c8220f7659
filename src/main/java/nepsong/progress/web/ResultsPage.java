package nepsong.progress.web;

import java.util.List;
import java.util.Map;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.evaluation.Publications;
import nepsong.progress.Listing;
import nepsong.progress.ListingSearch;
import nepsong.progress.Listings;
import nepsong.progress.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the inspection has found: each page is one question of the managers, with a table behind each picture. */
@Controller
@RequestMapping("/progress/{code}")
class ResultsPage {

    /** The rest is behind the figure. */
    private static final int NEGLECTED_SHOWN = 20;

    private final Listings listings;
    private final Cycles cycles;
    private final Publications publications;

    ResultsPage(Listings listings, Cycles cycles, Publications publications) {
        this.listings = listings;
        this.cycles = cycles;
        this.publications = publications;
    }

    /** @param bloc that is ranked; null for all, or for the first where there are too many units */
    @GetMapping("/results")
    String ranking(@PathVariable String code, @RequestParam(required = false) @Nullable String bloc, Model model) {
        fill(code, "ranking", model);
        model.addAttribute("publication", publications.of(code).orElse(null));
        Listing ranking = listing("ranking");
        List<Row> rows = listings.page(ranking, choose(code, bloc, model), 0, Integer.MAX_VALUE);
        model.addAttribute("blocs", RankedBloc.of(ranking, code, rows));
        model.addAttribute("grades", whole("grades", code));
        model.addAttribute("trend", whole("trend", code));
        return "results-ranking";
    }

    /**
     * @param by   which percentages are shown: {@code self}, {@code cross}, {@code final} or {@code difference}
     * @param bloc of the units that are shown; null for all, or for the first where there are too many
     */
    @GetMapping("/results/criteria")
    String criteria(
            @PathVariable String code,
            @RequestParam(defaultValue = "final") String by,
            @RequestParam(required = false) @Nullable String bloc,
            Model model) {
        fill(code, "criteria", model);
        HeatMap.Measure measure = HeatMap.Measure.of(by);
        model.addAttribute("measure", measure);
        model.addAttribute("measures", HeatMap.Measure.values());
        ListingSearch chosen = choose(code, bloc, model);
        List<Row> rows = listings.page(listing("groups"), chosen, 0, Integer.MAX_VALUE);
        model.addAttribute("map", HeatMap.of(code, rows, measure));
        model.addAttribute("table", TableView.of("groups", listing("groups"), chosen, List.of(), rows.size(), 0));
        return "results-criteria";
    }

    /** @param bloc whose pairs are shown; null for all, or for the first where there are too many units */
    @GetMapping("/results/pairs")
    String pairs(@PathVariable String code, @RequestParam(required = false) @Nullable String bloc, Model model) {
        fill(code, "pairs", model);
        Listing pairs = listing("pairs");
        List<Row> rows = listings.page(pairs, choose(code, bloc, model), 0, Integer.MAX_VALUE);
        model.addAttribute("explanation", pairs.explanation());
        model.addAttribute("blocs", PairedBloc.of(pairs, code, rows));
        return "results-pairs";
    }

    @GetMapping("/results/coverage")
    String coverage(@PathVariable String code, Model model) {
        fill(code, "coverage", model);
        Listing coverage = listing("coverage");
        Map<String, String> neglect = Map.of("two_cycles", "yes");
        count(
                coverage,
                code,
                model,
                List.of("all", "chosen", "inspected", "never"),
                List.of(Map.of(), Map.of("chosen", "yes"), Map.of("inspected", "yes"), neglect));
        ListingSearch search = ListingSearch.of(code, neglect);
        List<Row> neglected = listings.page(coverage, search, 0, NEGLECTED_SHOWN);
        model.addAttribute("table", TableView.of("coverage", coverage, search, neglected, neglected.size(), 0));
        return "results-coverage";
    }

    @GetMapping("/results/findings")
    String findings(@PathVariable String code, Model model) {
        fill(code, "findings", model);
        count(
                listing("findings"),
                code,
                model,
                List.of("all", "closed", "overdue", "repeated"),
                List.of(Map.of(), Map.of("state", "closed"), Map.of("state", "overdue"), Map.of("repeated", "yes")));
        model.addAttribute("table", whole("finding-types", code));
        return "results-findings";
    }

    @GetMapping("/results/calibration")
    String calibration(@PathVariable String code, Model model) {
        fill(code, "calibration", model);
        Listing calibration = listing("calibration");
        List<Row> inspectors = listings.page(calibration, ListingSearch.all(code), 0, MatrixFilter.MOST_UNITS + 1);
        boolean more = inspectors.size() > MatrixFilter.MOST_UNITS;
        model.addAttribute("more", more);
        model.addAttribute(
                "table",
                TableView.whole(calibration, code, more ? inspectors.subList(0, MatrixFilter.MOST_UNITS) : inspectors));
        return "results-calibration";
    }

    @GetMapping("/results/commendations")
    String commendations(@PathVariable String code, Model model) {
        fill(code, "commendations", model);
        Listing states = listing("nomination-states");
        List<Row> rows = listings.all(states, code);
        model.addAttribute("none", rows.stream().allMatch(row -> row.count("nominations") + row.count("outside") == 0));
        model.addAttribute("table", TableView.whole(states, code, rows));
        return "results-commendations";
    }

    @GetMapping("/tables")
    String tables(@PathVariable String code, Model model) {
        fill(code, "tables", model);
        model.addAttribute("listings", listings.all());
        return "progress-tables";
    }

    private void fill(String code, String page, Model model) {
        Cycle cycle = cycles.find(code).orElseThrow(() -> new UnknownCycleException(code));
        model.addAttribute("cycle", cycle);
        model.addAttribute("code", code);
        model.addAttribute("open", page);
    }

    /** The units of one bloc where a page could not bear all. */
    private ListingSearch choose(String code, @Nullable String bloc, Model model) {
        List<Bloc> blocs = cycles.blocs(code);
        int units = blocs.stream().mapToInt(one -> one.units().size()).sum();
        String chosen = new MatrixFilter(bloc, "", false).chosen(blocs, units);
        model.addAttribute("allBlocs", blocs);
        model.addAttribute("tooMany", units > MatrixFilter.MOST_UNITS);
        model.addAttribute("chosenBloc", chosen);
        model.addAttribute("bloc", bloc == null ? "" : bloc);
        return ListingSearch.of(code, chosen.isEmpty() ? Map.of() : Map.of("bloc", chosen));
    }

    private void count(
            Listing listing, String code, Model model, List<String> names, List<Map<String, String>> filters) {
        List<Integer> counts = listings.counts(listing, code, filters);
        for (int i = 0; i < names.size(); i++) {
            model.addAttribute(names.get(i), counts.get(i));
        }
    }

    private TableView whole(String name, String code) {
        Listing listing = listing(name);
        return TableView.whole(listing, code, listings.all(listing, code));
    }

    private Listing listing(String name) {
        return listings.find(name).orElseThrow();
    }
}
