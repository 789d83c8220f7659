package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long each of the managers' pages took, beside its bare statements and its goal. */
final class PageTimes {

    private static final int FEWER_UNITS = 143;
    private static final double GOAL = 200;
    private static final double GOAL_OF_MORE_UNITS = 500;

    private final List<Map<String, Object>> rows = new ArrayList<>();

    static void head() {
        System.out.printf(
                "%n%-9s %5s %-44s %9s %9s %9s %7s %s%n",
                "database", "units", "page", "median", "p95", "bare ms", "ratio", "goal");
    }

    /**
     * @param judged whether the page has a goal
     * @param times  milliseconds, in rising order; so are those of the bare statements
     */
    void add(String database, int units, String page, boolean judged, double[] times, double[] bare) {
        double p95 = times[(int) Math.ceil(times.length * 0.95) - 1];
        double median = times[times.length / 2];
        double bareMedian = bare[bare.length / 2];
        double goal = units <= FEWER_UNITS ? GOAL : GOAL_OF_MORE_UNITS;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("database", database);
        row.put("units", units);
        row.put("page", page);
        row.put("median", median);
        row.put("p95", p95);
        row.put("bareMilliseconds", bareMedian);
        row.put("ratio", median / Math.max(0.01, bareMedian));
        row.put("goal", !judged ? "-" : p95 < goal ? "ok" : "SLOW");
        System.out.printf(
                Locale.ROOT,
                "%-9s %5d %-44s %9.1f %9.1f %9.1f %7.2f %s%n",
                row.values().toArray());
        row.put("judged", judged);
        row.put("goalMilliseconds", goal);
        rows.add(row);
    }

    /** Prints what missed its goal, and keeps all in the results. */
    void tell() throws IOException {
        List<Map<String, Object>> slow =
                rows.stream().filter(row -> "SLOW".equals(row.get("goal"))).toList();
        System.out.printf("%n%d pages missed the goal%n", slow.size());
        slow.forEach(row -> System.out.printf(
                Locale.ROOT,
                "SLOW %s %d %s: p95 %.1f ms, goal %.0f ms, %.2f times the bare statements%n",
                row.get("database"),
                row.get("units"),
                row.get("page"),
                row.get("p95"),
                row.get("goalMilliseconds"),
                row.get("ratio")));
        Results.write(
                "managers",
                Map.of(
                        "openTasks",
                        FourCycles.OPEN_TASKS,
                        "people",
                        BusyPeople.PEOPLE,
                        "pages",
                        rows,
                        "missedTheGoal",
                        slow));
    }

    /**
     * A machine on which the bare statements take as long is too slow for the goal: then the page may add half to them, and
     * is a miss all the same.
     */
    void judge() {
        assertThat(rows).filteredOn(row -> (boolean) row.get("judged")).allSatisfy(row -> assertThat(
                        (double) row.get("p95") < (double) row.get("goalMilliseconds")
                                || (double) row.get("bareMilliseconds") > 0 && (double) row.get("ratio") < 1.5)
                .as("%s", row)
                .isTrue());
    }
}
