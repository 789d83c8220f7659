package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import nepsong.organisation.Demonstration;
import nepsong.progress.ManagedCycle;
import nepsong.security.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a unit's file takes with four cycles of history of 143 units, evidence for every criterion and ten findings a
 * cycle, as the manager, whose looks are recorded, and as the unit. The goal is a p95 of 200 ms. {@code
 * -Dbench.database=h2} looks at this database alone.
 */
class UnitFileBenchmark {

    private static final int UNITS = 143;
    private static final int LOOKS = 200;
    private static final int WARM_UP = 30;
    private static final int FINDINGS = 10;
    private static final double GOAL = 200;
    private static final String CYCLE = "2090";
    private static final String UNIT = "q-ba-dinh";
    private static final List<Map<String, Object>> ROWS = new ArrayList<>();

    @Test
    void aFileWithFourCyclesOfHistoryOnTwoDatabases() throws Exception {
        String database = System.getProperty("bench.database", "");
        if (!database.equals("postgres")) {
            look("h2", "jdbc:h2:mem:unit-file;DB_CLOSE_DELAY=0;LOCK_TIMEOUT=20000", "sa");
        }
        if (!database.equals("h2")) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                look("postgres", postgres.getJdbcUrl("postgres", "postgres"), "postgres");
            }
        }
        Results.write("unit-file", Map.of("units", UNITS, "cycles", 4, "looks", LOOKS, "pages", ROWS));
        assertThat(ROWS).allSatisfy(row -> assertThat((double) row.get("p95")).isLessThan(GOAL));
    }

    private static void look(String database, String url, String user) throws Exception {
        try (Application application = Application.start(
                Map.of("spring.datasource.url", url, "spring.datasource.username", user, "nepsong.demo", true))) {
            Population.grow(application, UNITS);
            fill(application.bean(JdbcClient.class));
            int port = Integer.parseInt(
                    String.valueOf(application.bean(Environment.class).getProperty("local.server.port")));
            for (String reader : List.of("manager", "qbadinhCoordinator")) {
                Visitor visitor = new Visitor(port, "default");
                visitor.logIn(reader, Demonstration.PASSWORD);
                double[] times = IntStream.range(0, LOOKS + WARM_UP)
                        .mapToDouble(look -> time(visitor))
                        .skip(WARM_UP)
                        .sorted()
                        .toArray();
                report(database, reader, times);
            }
        }
    }

    private static void fill(JdbcClient jdbc) {
        List<String> units = jdbc.sql("select code from units order by position")
                .query(String.class)
                .list();
        Map<String, List<String>> blocs = new LinkedHashMap<>();
        IntStream.range(0, units.size())
                .forEach(i -> blocs.computeIfAbsent("khoi-" + (i / 40 + 1), bloc -> new ArrayList<>())
                        .add(units.get(i)));
        Instant now = Instant.now();
        for (int year = 3; year >= 0; year--) {
            String code = String.valueOf(Integer.parseInt(CYCLE) - year);
            ManagedCycle cycle = new ManagedCycle(jdbc, code, now.minus(Duration.ofDays(360L * year)))
                    .begun(60)
                    .configured(blocs)
                    .selfAssessed(year == 0)
                    .finished();
            if (year > 0) {
                cycle.closed();
            }
            findings(jdbc, code);
            evidence(jdbc, code);
        }
    }

    private static void findings(JdbcClient jdbc, String cycle) {
        jdbc.sql("delete from findings where cycle = ? and unit = ?")
                .params(cycle, UNIT)
                .update();
        for (int number = 1; number <= FINDINGS; number++) {
            String id = cycle + "-finding-" + number;
            jdbc.sql(
                            """
                            insert into findings (id, cycle, unit, number, type, severity, place, description, repeated,
                                   working_days, photo_before, photo_after, recheck_on, recheck_percent, due_on, found_at)
                            values (?, ?, ?, ?, 'BOARD_FADED', 'MINOR', 'Sảnh một cửa', 'Bảng niêm yết đã bạc màu, khó đọc', false,
                                   10, true, true, 'SITE', 30, current_date, current_timestamp)
                            """)
                    .params(id, cycle, UNIT, number)
                    .update();
            jdbc.sql(
                            """
                            insert into correction_reports (finding, number, measure, completed_on, cause, reported_at)
                            values (?, 1, 'Đã thay toàn bộ bảng niêm yết bạc màu bằng bảng mới', current_date, 'FUNDING', current_timestamp)
                            """)
                    .param(id)
                    .update();
        }
    }

    /** Of the unit: two files for each criterion, a photo before and one after for each finding. */
    private static void evidence(JdbcClient jdbc, String cycle) {
        if (jdbc.sql("select count(*) from stored_files").query(Integer.class).single() == 0) {
            jdbc.sql("insert into stored_files values ('photo', 1000, 'image/jpeg', current_timestamp)")
                    .update();
        }
        for (String kind : List.of("SELF_ASSESSMENT", "VISIT")) {
            jdbc.sql(
                            """
                            insert into evidence (id, cycle, unit, kind, topic, file_name, media_type, size, sha256, shown_sha256,
                                   added_at, added_by)
                            select substring(? || '-' || s.criterion || '-' || s.unit from 1 for 36), s.cycle, s.unit, ?, s.criterion,
                                   'Ảnh ' || s.criterion || '.jpg', 'image/jpeg', 1000, 'photo', 'photo', current_timestamp, 'office'
                            from scorecard_rows s where s.cycle = ? and s.unit = ?
                            """)
                    .params(cycle + kind.charAt(0), kind, cycle, UNIT)
                    .update();
        }
        for (int number = 1; number <= FINDINGS; number++) {
            for (String topic : List.of("TT-" + number, "TT-" + number + ".1")) {
                jdbc.sql(
                                """
                                insert into evidence (id, cycle, unit, kind, topic, file_name, media_type, size, sha256, shown_sha256,
                                       added_at, added_by)
                                values (?, ?, ?, ?, ?, 'Ảnh.jpg', 'image/jpeg', 1000, 'photo', 'photo', current_timestamp, 'office')
                                """)
                        .params(cycle + topic, cycle, UNIT, topic.contains(".") ? "CORRECTION" : "FINDING", topic)
                        .update();
            }
        }
    }

    private static double time(Visitor visitor) {
        long start = System.nanoTime();
        HttpResponse<String> answer = visitor.get("/units/" + UNIT + "?cycle=" + CYCLE);
        double taken = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200 || !answer.body().contains("TT-10")) {
            throw new AssertionError("the file of the unit: " + answer.statusCode());
        }
        return taken;
    }

    private static void report(String database, String reader, double[] times) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("database", database);
        row.put("reader", reader);
        row.put("median", times[times.length / 2]);
        row.put("p95", times[(int) Math.ceil(times.length * 0.95) - 1]);
        row.put("slowest", Arrays.stream(times).max().orElseThrow());
        ROWS.add(row);
        System.out.printf(
                Locale.ROOT,
                "unit file on %-9s as %-20s median %7.1f ms, p95 %7.1f ms, slowest %7.1f ms%n",
                row.values().toArray());
    }
}
