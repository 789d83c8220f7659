package nepsong.bench;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nepsong.progress.CycleTasks;
import nepsong.progress.Listing;
import nepsong.progress.Listings;
import nepsong.progress.Workload;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The floor of the managers' pages: their statements without anything around them. */
final class BareListings {

    /** The listings of each page. */
    private static final Map<String, List<String>> OF_PAGE = Map.of(
            "/results", List.of("ranking", "grades", "trend"),
            "/results/criteria", List.of("groups"),
            "/results/pairs", List.of("pairs"),
            "/results/coverage", List.of("coverage"),
            "/results/findings", List.of("finding-types"),
            "/results/calibration", List.of("calibration"),
            "/results/commendations", List.of("nomination-states"),
            "/tables/tasks", List.of("tasks"),
            "/tables/scores", List.of("scores"),
            "/processes/self-assessment", List.of("activities"));

    /** Of more units than these a page shows one bloc. */
    private static final int UNITS_AT_ONCE = 200;

    private static final List<String> ONE_BLOC = List.of("ranking", "groups", "pairs");

    private final Application application;
    private final Listings listings;
    private final NamedParameterJdbcTemplate jdbc;
    private final int units;

    BareListings(Application application, int units) {
        this.application = application;
        this.listings = application.bean(Listings.class);
        this.jdbc = new NamedParameterJdbcTemplate(application.bean(DataSource.class));
        this.units = units;
    }

    /** @param page its path within the cycle, with its query */
    void of(String page) {
        String path = page.replaceAll("\\?.*", "");
        List<String> names =
                path.startsWith("/processes") ? List.of("activities") : OF_PAGE.getOrDefault(path, List.of());
        for (String name : names) {
            Listing listing = listings.find(name).orElseThrow();
            String where = page.contains("late")
                    ? " where x.late = 'yes'"
                    : units > UNITS_AT_ONCE && ONE_BLOC.contains(name) ? " where x.bloc = 'khoi-1'" : "";
            String rows = page.startsWith("/tables") ? " fetch first 100 rows only" : "";
            jdbc.query(
                    "select * from (" + whole(listing) + ") x" + where + " order by " + listing.order() + rows,
                    parameters(),
                    row -> {});
        }
        if (path.isEmpty() || path.equals("/live")) {
            application.bean(Workload.class).of(FourCycles.CYCLE, Instant.now());
            application.bean(CycleTasks.class).overdue(FourCycles.CYCLE, Instant.now(), 50);
        }
    }

    private static String whole(Listing listing) {
        String lookups = listing.columns().stream()
                .filter(column -> column.lookup() != null)
                .map(column -> ", " + column.lookup() + " as " + column.key())
                .collect(Collectors.joining());
        return "select x.*" + lookups + " from (" + listing.sql() + ") x";
    }

    private static Map<String, Object> parameters() {
        Instant now = Instant.now();
        Map<String, Object> values = new HashMap<>(Map.of(
                "cycle",
                FourCycles.CYCLE,
                "previous",
                "2089",
                "now",
                Timestamp.from(now),
                "moment",
                now.atOffset(ZoneOffset.UTC),
                "today",
                LocalDate.ofInstant(now, ZoneOffset.UTC)));
        List.of(10, 30, 60)
                .forEach(days -> values.put(
                        "days" + days, now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC)));
        return values;
    }
}
