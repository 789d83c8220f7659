package nepsong.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nepsong.organisation.Demonstration;
import nepsong.security.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/**
 * How long the managers' pages take with four cycles and 10,000 open tasks, while fifty people start and complete tasks,
 * each one every twenty seconds; and how long the bare statements of the same figures take. The goal is a p95 of 200 ms with
 * 143 units, 500 ms with 3,321.
 * {@code -Dbench.managers=143} looks at this size alone, {@code -Dbench.database=h2} at this database,
 * {@code -Dbench.pages=/tables/scores} at the pages with this in their path.
 */
class ManagersBenchmark {

    private static final int LOOKS = 100;
    private static final int WARM_UP = 15;

    private static final List<String> PAGES = List.of(
            "",
            "/live",
            "/results",
            "/results/criteria",
            "/results/pairs",
            "/results/coverage",
            "/results/findings",
            "/results/calibration",
            "/results/commendations",
            "/tables/tasks",
            "/tables/tasks?late=yes&q=tu%20danh%20gia",
            "/tables/scores",
            "/tables/scores?sort=cross_score&desc=true",
            "/tables/scores?sort=unit_name",
            "/tables/tasks?sort=due_at",
            "/tables/tasks?sort=name",
            "/processes/inspection-cycle",
            "/processes/directive",
            "/processes/bloc-inspection",
            "/processes/self-assessment",
            "/processes/cross-inspection",
            "/processes/correction",
            "/processes/evaluation",
            "/processes/bloc-appeals",
            "/processes/appeal",
            "/processes/follow-up",
            "/processes/commendation");

    /** Of other parts, by their whole path. */
    private static final List<String> ELSEWHERE =
            List.of("/progress?all", "/units/q-ba-dinh?cycle=" + FourCycles.CYCLE);

    /** Files are measured and not judged: they are as long as their rows. */
    private static final List<String> FILES =
            List.of("/overview.pdf", "/tables/tasks/xlsx", "/tables/tasks/csv", "/tables/ranking/xlsx");

    private final PageTimes times = new PageTimes();

    @Test
    void everyPageInTwoSizesOnTwoDatabases() throws Exception {
        String database = System.getProperty("bench.database", "");
        for (String size : System.getProperty("bench.managers", "143,3321").split(",")) {
            int units = Integer.parseInt(size);
            if (!database.equals("postgres")) {
                look(
                        "h2",
                        units,
                        "jdbc:h2:mem:managers-" + units
                                + ";DB_CLOSE_DELAY=0;LOCK_TIMEOUT=20000;OPTIMIZE_REUSE_RESULTS=FALSE",
                        "sa");
            }
            if (!database.equals("h2")) {
                try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                    look("postgres", units, postgres.getJdbcUrl("postgres", "postgres"), "postgres");
                }
            }
        }
        times.tell();
        times.judge();
    }

    private void look(String database, int units, String url, String user) throws Exception {
        try (Application application = Application.start(Map.of(
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                user,
                "spring.datasource.hikari.maximum-pool-size",
                20,
                "nepsong.demo",
                true))) {
            Population.grow(application, units);
            List<String> codes = FourCycles.fill(application, units);
            BusyPeople people = BusyPeople.begin(application, codes);
            measure(application, database, units);
            people.end();
        }
    }

    private void measure(Application application, String database, int units) {
        BareListings listings = new BareListings(application, units);
        int port = Integer.parseInt(
                String.valueOf(application.bean(Environment.class).getProperty("local.server.port")));
        Visitor manager = new Visitor(port, "default");
        manager.logIn("manager", Demonstration.PASSWORD);
        PageTimes.head();
        Visitor administrator = new Visitor(port, "default");
        administrator.logIn("admin", Demonstration.PASSWORD);
        Map<String, Visitor> paths = new LinkedHashMap<>();
        PAGES.forEach(page -> paths.put("/progress/" + FourCycles.CYCLE + page, manager));
        ELSEWHERE.forEach(path -> paths.put(path, manager));
        paths.put("/operations", administrator);
        FILES.forEach(page -> paths.put("/progress/" + FourCycles.CYCLE + page, manager));
        paths.keySet().removeIf(path -> !path.contains(System.getProperty("bench.pages", "")));
        IntStream.range(0, WARM_UP).forEach(round -> paths.forEach((path, person) -> open(person, path)));
        paths.forEach((path, person) -> {
            String page = path.replace("/progress/" + FourCycles.CYCLE, "");
            boolean file = FILES.contains(page);
            double[] looks = IntStream.range(0, file ? LOOKS / 5 : LOOKS)
                    .mapToDouble(look -> time(() -> open(person, path)))
                    .sorted()
                    .toArray();
            double[] bare = IntStream.range(0, LOOKS / 5)
                    .mapToDouble(look -> time(() -> listings.of(page)))
                    .sorted()
                    .toArray();
            times.add(database, units, page.isEmpty() ? "/" : page, !file, looks, bare);
        });
    }

    private static void open(Visitor visitor, String page) {
        HttpResponse<String> answer = visitor.get(page);
        if (answer.statusCode() != 200) {
            throw new AssertionError(page + ": " + answer.statusCode());
        }
    }

    private static double time(Runnable what) {
        long start = System.nanoTime();
        what.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
