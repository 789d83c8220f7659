package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nepsong.bench.CountingDataSource.Count;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the completion of each user task costs here and on a bare engine, task by task in lockstep, in six cycles after
 * eighteen that warm both up: what is done once in a cycle would be measured uncompiled after fewer. Statements and rows are means; the time is the median, because some forms are completed once
 * in a cycle and one pause of the machine would be all that a mean shows. The goal is 1.5 times the bare engine's
 * statements, twice for scorecards, and 1.5 times its time.
 */
class CompletionBenchmark {

    /** Fewer where only statements are asked for. */
    private static final int CYCLES = Integer.getInteger("bench.cycles", 6);

    private static final int WARM_UPS = Integer.getInteger("bench.warm-ups", 3);

    /** Of years in which the 22 units of the demonstration were there; each is played again and again. */
    private static final int FIRST_YEAR = 2018;

    private static final double GOAL = 1.5;
    private static final double GOAL_OF_SCORECARDS = 2;
    private static final List<String> SCORECARDS =
            List.of("self-assessment.score-criteria", "self-assessment.supplement", "cross-inspection.inspect");

    /** Sums over the completions of one form. */
    private static final class Cost {

        private int completions;
        private Count statements = new Count(0, 0);
        private final List<Long> nanos = new ArrayList<>();

        void add(Count sent, long time) {
            completions++;
            statements = statements.plus(sent);
            nanos.add(time);
        }

        double statements() {
            return statements.statements() / (double) completions;
        }

        double rows() {
            return statements.rows() / (double) completions;
        }

        double milliseconds() {
            List<Long> sorted = nanos.stream().sorted().toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1
                    ? sorted.get(middle) / 1e6
                    : (sorted.get(middle - 1) + sorted.get(middle)) / 2e6;
        }
    }

    /** Of these forms each statement of the last completion is told, ours and the bare engine's: ids with commas. */
    private static final List<String> TOLD =
            List.of(System.getProperty("bench.statements", "").split(","));

    private final Map<String, List<String>> told = new TreeMap<>();
    private final Map<String, Cost> ours = new TreeMap<>();
    private final Map<String, Cost> bare = new TreeMap<>();

    @Test
    void completionsOnH2() throws IOException {
        measure("h2", "jdbc:h2:mem:completion-%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");
    }

    @Test
    void completionsOnPostgres() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database ours");
                statement.execute("create database bare");
            } catch (java.sql.SQLException broken) {
                throw new IllegalStateException(broken);
            }
            String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/%s?preparedStatementCacheQueries=1024";
            measure("postgresql", url, "postgres", "postgres");
        }
    }

    private void measure(String name, String url, String user, String password) throws IOException {
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
                play(FIRST_YEAR, application, engine);
            }
            if (!TOLD.contains("")) {
                application.database().nameSenders();
            }
            ours.clear();
            bare.clear();
            play(FIRST_YEAR, application, engine);
            report(name);
        }
    }

    private void play(int firstYear, Application application, BareEngine engine) {
        for (int year = firstYear; year < firstYear + CYCLES; year++) {
            playCycle(year, application, engine);
            // A bloc of three can be paired in two ways, so that its third cycle in a row would be refused.
            application.bean(JdbcClient.class).sql("delete from pairs").update();
        }
    }

    private void playCycle(int year, Application application, BareEngine engine) {
        Players players = new Players(application);
        String cycle = players.start(year);
        follow(engine);
        runJobs(application, engine);
        List<Task> open = players.open();
        while (!open.isEmpty()) {
            for (Task task : open) {
                complete(task, application, players, engine);
            }
            runJobs(application, engine);
            open = players.open();
        }
        assertThat(application
                        .bean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(cycle)
                        .count())
                .isZero();
        assertThat(engine.openTasks()).as("the bare engine went the same way").isEmpty();
    }

    private void complete(Task task, Application application, Players players, BareEngine engine) {
        String businessKey = application
                .bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        Players.Filled filled = completeOurs(task, application.database(), players);
        Task here = engine.like(task, businessKey);
        if (here == null) {
            throw new AssertionError("the bare engine has no " + task.getName() + " of " + businessKey);
        }
        Map<String, Object> variables = engine.variables(here, task.getProcessInstanceId(), filled.values());
        List<ProcessInstance> begun = engine.newCases();
        List<Map<String, Object>> given =
                begun.stream().map(engine::variablesOf).toList();
        engine.database().forgetSql();
        Count before = engine.database().count();
        long answering = engine.answering();
        long start = System.nanoTime();
        engine.complete(here, variables, filled.person());
        for (int i = 0; i < begun.size(); i++) {
            engine.begin(begun.get(i), given.get(i));
        }
        long nanos = System.nanoTime() - start - (engine.answering() - answering);
        bare.computeIfAbsent(filled.form(), form -> new Cost())
                .add(engine.database().count().since(before), nanos);
        tell("bare", filled.form(), engine.database());
    }

    private void tell(String engine, String form, CountingDataSource database) {
        if (TOLD.contains(form) || TOLD.contains("all")) {
            told.put(
                    form + " " + engine,
                    database.most(100).stream()
                            .map(one -> one.getValue() + " × "
                                    + one.getKey().replaceAll("\\s+", " ").strip())
                            .toList());
        }
    }

    private Players.Filled completeOurs(Task task, CountingDataSource database, Players players) {
        RuntimeException last = null;
        for (int turn = 0; turn < 5; turn++) {
            Players.Filled filled = players.fill(task, turn);
            players.as(filled);
            database.forgetSql();
            Count before = database.count();
            long start = System.nanoTime();
            try {
                players.handIn(filled);
                ours.computeIfAbsent(filled.form(), form -> new Cost())
                        .add(database.count().since(before), System.nanoTime() - start);
                tell("ours", filled.form(), database);
                return filled;
            } catch (RuntimeException refused) {
                last = refused;
                players.giveBack(task);
                task.setAssignee(null);
            }
        }
        throw new AssertionError("nobody was let through with " + task.getName(), last);
    }

    private static void follow(BareEngine engine) {
        engine.newCases().forEach(one -> engine.begin(one, engine.variablesOf(one)));
    }

    private static void runJobs(Application application, BareEngine engine) {
        Jobs.run(application.bean(ManagementService.class));
        // A job gives out what the conference decided.
        follow(engine);
        engine.runJobs();
    }

    private void report(String name) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        System.out.printf(
                "%n%-36s %5s | %8s %8s %6s | %8s %8s %6s | %8s %8s %6s | %s%n",
                name, "n", "stmt", "bare", "ratio", "rows", "bare", "ratio", "ms", "bare", "ratio", "goal");
        ours.forEach((form, cost) -> {
            Map<String, Object> row = row(form, cost, bare.get(form));
            rows.add(row);
            System.out.printf(
                    Locale.ROOT,
                    "%-36s %5d | %8.1f %8.1f %6.2f | %8.1f %8.1f %6.2f | %8.2f %8.2f %6.2f | %s%n",
                    row.values().toArray());
        });
        told.forEach((what, statements) -> {
            System.out.println("\n" + what);
            statements.forEach(System.out::println);
        });
        Results.write(
                "completion-" + name, Map.of("goal", GOAL, "goalOfScorecards", GOAL_OF_SCORECARDS, "forms", rows));
    }

    private static Map<String, Object> row(String form, Cost ours, Cost bare) {
        double statements = ours.statements() / bare.statements();
        double time = ours.milliseconds() / bare.milliseconds();
        boolean fewStatements = statements <= (SCORECARDS.contains(form) ? GOAL_OF_SCORECARDS : GOAL);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("form", form);
        row.put("completions", ours.completions);
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
