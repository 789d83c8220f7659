package nepsong;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nepsong.organisation.People;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/**
 * Lets people of the demonstration play a cycle as a story tells it: each claims the task and hands its form in as it
 * opened, with what is required filled in and what the story wants changed. Jobs run in between.
 */
@TestComponent
public class Campaign {

    private final ProcessEngine engine;
    private final Desk desk;
    private final MovableClock clock;
    private final WorkingCalendar calendar;
    private final FormPlayer player;
    private String cycle = "";
    private String lastStarted = "";

    Campaign(ProcessEngine engine, Desk desk, People people, MovableClock clock, WorkingCalendar calendar) {
        this.engine = engine;
        this.desk = desk;
        this.clock = clock;
        this.calendar = calendar;
        this.player = new FormPlayer(engine, desk, people);
    }

    /** From now on texts are filled to their last character, with letters and their marks apart. */
    public void everybodyIsWordy() {
        player.isWordy();
    }

    /** Starts the next cycle through its start form. */
    public String start(String person) {
        cycle = starts(person, "inspection-cycle", Map.of());
        return cycle;
    }

    /** Starts the cycle of a year of the test's own, where others may have begun theirs. */
    public String start(String person, int year) {
        cycle = starts(person, "inspection-cycle", Map.of("year", year, "name", "Kiểm tra năm " + year));
        return cycle;
    }

    /** @return the business key of what was started */
    public String starts(String person, String process, Map<String, Object> values) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        String key = player.as(person, () -> engine.getFormService()
                .submitStartForm(definition, values)
                .getBusinessKey());
        lastStarted = key;
        desk.runJobs();
        return key;
    }

    /** The one open task of this kind of the cycle itself. */
    public void does(String person, String task, Consumer<Map<String, Object>> change) {
        does(person, task, cycle, change);
    }

    /** The one open task of this kind at a unit or bloc. */
    public void does(String person, String task, String businessKey, Consumer<Map<String, Object>> change) {
        handIn(person, desk.task(key(businessKey), task), change);
    }

    /** Tries, and tells what the form answered. */
    public String isRefused(String person, String task, String businessKey, Consumer<Map<String, Object>> change) {
        try {
            does(person, task, businessKey, change);
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new AssertionError(person + " should not have been let through with " + task);
    }

    /** Tries to hand in what needs files, with none brought, and tells what the form answered. */
    public String isRefusedWithoutFiles(String place, String task, Consumer<Map<String, Object>> change) {
        Task one = desk.task(key(place), task);
        return player.isRefusedWithoutFiles(player.someone(one), one, change);
    }

    /** All open tasks of this kind in the cycle, each by a member of the group it is offered to. */
    public void everybodyDoes(String task, Consumer<Map<String, Object>> change) {
        List<Task> open = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("userTask_" + task)
                .list();
        if (open.isEmpty()) {
            throw new AssertionError("nobody has " + task + " to do");
        }
        open.forEach(one -> handIn(player.someone(one), one, change));
    }

    /** One kind of task after the other. */
    public void everybodyDoes(String... inTurn) {
        for (String task : inTurn) {
            everybodyDoes(task, form -> {});
        }
    }

    /** The one open task of this kind at each of the units or blocs, by a member of the group it is offered to. */
    public void eachDoes(String task, List<String> places, Consumer<Map<String, Object>> change) {
        places.forEach(place -> {
            Task one = desk.task(key(place), task);
            handIn(player.someone(one), one, change);
        });
    }

    /** As many open tasks of this kind at a unit as there are people, one by each of them. */
    public void eachOf(List<String> persons, String task, String place, Consumer<Map<String, Object>> change) {
        List<Task> open = desk.tasks(key(place), task);
        if (open.size() != persons.size()) {
            throw new AssertionError(task + " waits for " + open.size() + " people, not for " + persons);
        }
        for (int i = 0; i < open.size(); i++) {
            handIn(persons.get(i), open.get(i), change);
        }
    }

    public void eachDoes(String task, List<String> places) {
        eachDoes(task, places, form -> {});
    }

    public void at(String place, String task, Consumer<Map<String, Object>> change) {
        eachDoes(task, List.of(place), change);
    }

    /** The business key of what was started last beside the cycle itself. */
    public String lastStarted() {
        return lastStarted;
    }

    /** Moves the clock and lets what has come due happen. */
    public void passes(Duration time) {
        clock.forward(time);
        desk.runJobs();
    }

    public void passesWorkingDays(int days) {
        LocalDate today = LocalDate.now(clock);
        passes(Duration.ofDays(today.until(calendar.plus(today, days), ChronoUnit.DAYS)));
    }

    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> rows(Map<String, Object> form, String list) {
        return (List<Map<String, Object>>) form.get(list);
    }

    private void handIn(String person, Task task, Consumer<Map<String, Object>> change) {
        player.handsIn(person, task, change);
        desk.runJobs();
    }

    private String key(String place) {
        return place.equals(cycle) || place.contains("/") ? place : cycle + "/" + place;
    }
}
