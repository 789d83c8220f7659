package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nepsong.bench.CountingDataSource.Count;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cycles that are played here and on a bare engine, task by task, and what each form's completion costs on either. */
final class Lockstep {

    /** Of years in which the 22 units of the demonstration were there; each is played again and again. */
    private static final int FIRST_YEAR = 2018;

    /** Of these forms each statement of the last completion is told, ours and the bare engine's: ids with commas. */
    private static final List<String> TOLD =
            List.of(System.getProperty("bench.statements", "").split(","));

    private final Application application;
    private final BareEngine engine;
    private final Map<String, List<String>> told = new TreeMap<>();
    private final Map<String, CompletionCost> ours = new TreeMap<>();
    private final Map<String, CompletionCost> bare = new TreeMap<>();

    Lockstep(Application application, BareEngine engine) {
        this.application = application;
        this.engine = engine;
    }

    /** From now on statements are kept with who sent them, where any form's are asked for: that takes time of its own. */
    void tell() {
        if (!TOLD.contains("")) {
            application.database().nameSenders();
        }
    }

    /** So many cycles, one after the other. */
    void play(int cycles) {
        for (int year = FIRST_YEAR; year < FIRST_YEAR + cycles; year++) {
            playCycle(year);
            // A bloc of three can be paired in two ways, so that its third cycle in a row would be refused.
            application.bean(JdbcClient.class).sql("delete from pairs").update();
        }
    }

    private void playCycle(int year) {
        Players players = new Players(application);
        String cycle = players.start(year);
        follow();
        runJobs();
        List<Task> open = players.open();
        while (!open.isEmpty()) {
            for (Task task : open) {
                complete(task, players);
            }
            runJobs();
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

    private void complete(Task task, Players players) {
        String businessKey = application
                .bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        Players.Filled filled = completeOurs(task, players);
        Task here = engine.like(task, businessKey);
        if (here == null) {
            throw new AssertionError("the bare engine has no " + task.getName() + " of " + businessKey);
        }
        Map<String, Object> variables = engine.variables(here, task.getProcessInstanceId(), filled.values());
        List<ProcessInstance> begun = engine.newCases();
        List<Map<String, Object>> given =
                begun.stream().map(engine::variablesOf).toList();
        engine.database().forgetSql();
        Count before = engine.database().countHere();
        long answering = engine.answering();
        long start = System.nanoTime();
        engine.complete(here, variables, filled.person());
        for (int i = 0; i < begun.size(); i++) {
            engine.begin(begun.get(i), given.get(i));
        }
        long nanos = System.nanoTime() - start - (engine.answering() - answering);
        bare.computeIfAbsent(filled.form(), form -> new CompletionCost())
                .add(engine.database().countHere().since(before), nanos);
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

    private Players.Filled completeOurs(Task task, Players players) {
        CountingDataSource database = application.database();
        RuntimeException last = null;
        for (int turn = 0; turn < 5; turn++) {
            try {
                Players.Filled filled = players.fill(task, turn);
                players.as(filled);
                database.forgetSql();
                Count before = database.countHere();
                long start = System.nanoTime();
                players.handIn(filled);
                ours.computeIfAbsent(filled.form(), form -> new CompletionCost())
                        .add(database.countHere().since(before), System.nanoTime() - start);
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

    private void follow() {
        engine.newCases().forEach(one -> engine.begin(one, engine.variablesOf(one)));
    }

    private void runJobs() {
        Jobs.run(application.bean(ManagementService.class));
        // A job gives out what the conference decided.
        follow();
        engine.runJobs();
    }

    /** By form. */
    Map<String, CompletionCost> ours() {
        return ours;
    }

    /** By form. */
    Map<String, CompletionCost> bare() {
        return bare;
    }

    /** Statements of the last completion of each form that is asked about, by form and engine. */
    Map<String, List<String>> told() {
        return told;
    }
}
