package nepsong.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the completion of each user task costs here and on a bare engine, in 24 cycles after 42 that warm both up: the
 * engine's code is common to all tasks and compiled well soon, that of a form that is handed in once in a cycle is not,
 * and would be measured half compiled, were the compiler not told to begin earlier (the pom's profile); its median of few
 * would be an accident. The goal is 1.5 times the bare engine's statements, twice for scorecards, and 1.5 times its time.
 *
 * <p>Each database has a benchmark, and so a process, of its own: what the engine and we share of JDBC would be compiled for
 * two drivers otherwise, as it is nowhere else.
 */
final class CompletionTimes {

    /** Of a round, warming up or measured; fewer where only statements are asked for. */
    private static final int CYCLES = Integer.getInteger("bench.cycles", 6);

    private static final int WARM_UPS = Integer.getInteger("bench.warm-ups", 7);

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 4);

    private static final double GOAL = 1.5;
    private static final double GOAL_OF_SCORECARDS = 2;
    private static final List<String> SCORECARDS =
            List.of("self-assessment.score-criteria", "self-assessment.supplement", "cross-inspection.inspect");

    private CompletionTimes() {}

    /** @param url with a place for the database's name, of which there are two: {@code ours} and {@code bare} */
    static void measure(String name, String url, String user, String password) throws IOException {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(url.formatted("bare"));
        database.setUsername(user);
        database.setPassword(password);
        database.setAutoCommit(true);
        try (database;
                Application application = Application.start(Map.of(
                        "spring.datasource.url",
                        url.formatted("ours"),
                        "spring.datasource.username",
                        user,
                        "spring.datasource.password",
                        password,
                        "nepsong.demo",
                        true));
                BareEngine engine = new BareEngine(database, application)) {
            for (int i = 0; i < WARM_UPS; i++) {
                new Lockstep(application, engine).play(CYCLES);
            }
            Lockstep measured = new Lockstep(application, engine);
            measured.tell();
            for (int i = 0; i < ROUNDS; i++) {
                measured.play(CYCLES);
            }
            report(name, measured);
        }
    }

    private static void report(String name, Lockstep played) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        System.out.printf(
                "%n%-36s %5s | %8s %8s %6s | %8s %8s %6s | %8s %8s %6s | %s%n",
                name, "n", "stmt", "bare", "ratio", "rows", "bare", "ratio", "ms", "bare", "ratio", "goal");
        played.ours().forEach((form, cost) -> {
            Map<String, Object> row = row(form, cost, played.bare().get(form));
            rows.add(row);
            System.out.printf(
                    Locale.ROOT,
                    "%-36s %5d | %8.1f %8.1f %6.2f | %8.1f %8.1f %6.2f | %8.2f %8.2f %6.2f | %s%n",
                    row.values().toArray());
        });
        played.told().forEach((what, statements) -> {
            System.out.println("\n" + what);
            statements.forEach(System.out::println);
        });
        Results.write(
                "completion-" + name, Map.of("goal", GOAL, "goalOfScorecards", GOAL_OF_SCORECARDS, "forms", rows));
    }

    private static Map<String, Object> row(String form, CompletionCost ours, CompletionCost bare) {
        double statements = ours.statements() / bare.statements();
        double time = ours.milliseconds() / bare.milliseconds();
        boolean fewStatements = statements <= (SCORECARDS.contains(form) ? GOAL_OF_SCORECARDS : GOAL);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("form", form);
        row.put("completions", ours.completions());
        row.put("statements", ours.statements());
        row.put("bareStatements", bare.statements());
        row.put("statementRatio", statements);
        row.put("rows", ours.rows());
        row.put("bareRows", bare.rows());
        row.put("rowRatio", ours.rows() / bare.rows());
        row.put("milliseconds", ours.milliseconds());
        row.put("bareMilliseconds", bare.milliseconds());
        row.put("timeRatio", time);
        row.put("goal", (fewStatements ? "statements ok" : "STATEMENTS") + ", " + (time <= GOAL ? "time ok" : "TIME"));
        return row;
    }
}
