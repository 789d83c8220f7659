package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A manager looks at every page of a cycle that has only begun, of one in the middle, of one with late units and of one at
 * its end, on a screen and on a telephone: free of barriers, as far as a machine can tell.
 */
@InTasklist
class CyclePagesBrowserTest {

    private static final Path PICTURES = Path.of("target", "screenshots", "managers");

    /** Empty, in the middle, with late units and at the end. */
    private static final Map<String, String> STATES = new TreeMap<>(Map.of(
            "begun", FiveCycles.BEGUN,
            "middle", FiveCycles.IN_THE_MIDDLE,
            "late", FiveCycles.LATE,
            "end", FiveCycles.AT_ITS_END));

    /** Every page of a cycle; each is looked at in each of these states. */
    private static final Map<String, String> OF_A_CYCLE = new TreeMap<>(Map.ofEntries(
            Map.entry("overview", "/progress/%s"),
            Map.entry("process", "/progress/%s/processes/self-assessment"),
            Map.entry("tables", "/progress/%s/tables"),
            Map.entry("table", "/progress/%s/tables/tasks?state=open"),
            Map.entry("results", "/progress/%s/results"),
            Map.entry("criteria", "/progress/%s/results/criteria"),
            Map.entry("coverage", "/progress/%s/results/coverage"),
            Map.entry("pairs", "/progress/%s/results/pairs"),
            Map.entry("findings", "/progress/%s/results/findings"),
            Map.entry("calibration", "/progress/%s/results/calibration"),
            Map.entry("commendations", "/progress/%s/results/commendations"),
            Map.entry("unit-file", "/units/q-ba-dinh?cycle=%s")));

    /** Other rows, models and figures on pages of the same kind; one state is enough. */
    private static final Map<String, String> MORE_OF_THE_SAME = new TreeMap<>(Map.of(
            "process-calls", "/progress/%s/processes/bloc-inspection",
            "process-cycle", "/progress/%s/processes/inspection-cycle",
            "table-late", "/progress/%s/tables/tasks?late=yes",
            "table-units", "/progress/%s/tables/unit-stages",
            "table-findings", "/progress/%s/tables/findings",
            "difference", "/progress/%s/results/criteria?by=difference"));

    @RegisterExtension
    final FiveCycles cycles;

    @LocalServerPort
    int port;

    @Autowired
    CyclePagesBrowserTest(JdbcClient jdbc) {
        this.cycles = new FiveCycles(jdbc);
    }

    @Test
    void everyPageOfACycleIsFreeOfBarriersInFourStatesAndTwoWidths() throws IOException {
        Map<String, List<String>> barriers = new TreeMap<>();
        Map<String, String> ofACycle = new TreeMap<>();
        STATES.forEach((state, cycle) ->
                OF_A_CYCLE.forEach((page, path) -> ofACycle.put(page + "-" + state, path.formatted(cycle))));
        MORE_OF_THE_SAME.forEach((page, path) -> ofACycle.put(page + "-late", path.formatted(STATES.get("late"))));
        try (Chromium chromium = Chromium.launch()) {
            new PageReview(chromium, "http://127.0.0.1:" + port, PICTURES)
                    .look("manager", ofACycle, barriers, name -> name.endsWith("-late") || name.equals("results-end"));
        }
        Barriers.areNone(barriers, PICTURES.resolve("axe-cycles.txt"));
    }

    @Test
    void onATelephoneAChartNamesEveryRowOfItsTable() {
        try (Chromium chromium = Chromium.launch()) {
            String base = "http://127.0.0.1:" + port;
            Page page = new PageReview(chromium, base, PICTURES).logIn("manager", 360);
            for (String chart : List.of("calibration", "findings")) {
                page.navigate("%s/progress/%s/results/%s".formatted(base, FiveCycles.AT_ITS_END, chart));
                page.waitForFunction(
                        "() => window.Chart && Chart.getChart(document.querySelector('figure.chart canvas'))");
                String table = page.locator("figure.chart").first().getAttribute("data-table");

                assertThat(
                                page.evaluate(
                                        """
                                () => Chart.getChart(document.querySelector('figure.chart canvas')).scales.y.ticks
                                        .filter(tick => tick.label && String(tick.label).length > 0).length
                                """))
                        .as(chart)
                        .isEqualTo(page.locator("#" + table + " tbody tr").count());
            }
        }
    }
}
