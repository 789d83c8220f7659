package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nepsong.Campaign;
import nepsong.Desk;
import nepsong.JourneyTest;
import nepsong.cycle.Refusal;
import nepsong.cycle.StartCycle;
import nepsong.progress.RemindOfTask;
import org.assertj.core.api.Condition;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The same twice at the same time, as a double click sends it. */
@JourneyTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:double-click;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
class DoubleClickTest {

    @Autowired
    Campaign campaign;

    @Autowired
    Desk desk;

    @Autowired
    TaskService tasks;

    @Autowired
    StartCycle starting;

    @Autowired
    RemindOfTask reminding;

    @Autowired
    JdbcClient jdbc;

    @Test
    void oneIsTakenAndTheOtherIsToldThatTheTaskIsDone() {
        Task task = desk.task(campaign.start("office"), "draftPlan");

        List<String> answers = twice(() -> handIn(task)).stream().sorted().toList();

        assertThat(answers.get(0)).isEmpty();
        assertThat(answers.get(1)).contains("Việc này không còn mở");
    }

    @Test
    void oneCycleIsOpenedAndTheOtherIsToldThatItIsThere() {
        for (int year = 2061; year < 2065; year++) {
            int wanted = year;

            List<StartCycle.Started> answers = twice(() -> starting.start(wanted, "Kỳ kiểm tra " + wanted, "office"));

            assertThat(answers).extracting(StartCycle.Started::cycle).containsOnlyOnce(String.valueOf(year));
            assertThat(answers)
                    .flatExtracting(StartCycle.Started::refusals)
                    .extracting(Refusal::reason)
                    .singleElement()
                    .asString()
                    .contains("cùng tên");
        }
    }

    @Test
    void oneReminderGoesOutAndTheOtherManagerIsToldSo() {
        String cycle = campaign.start("office");
        for (int round = 0; round < 4; round++) {
            Task task = desk.task(cycle, "draftPlan");
            jdbc.sql("delete from outbox where template = 'task.reminded'").update();

            List<RemindOfTask.Reminder> answers = twice(() -> reminding.remind(cycle, task.getId(), "manager"));

            assertThat(answers)
                    .extracting(RemindOfTask.Reminder::reminded)
                    .haveExactly(1, new Condition<>(List::isEmpty, "nobody"));
            assertThat(answers)
                    .flatExtracting(RemindOfTask.Reminder::refusals)
                    .extracting(Refusal::reason)
                    .containsExactly("Hôm nay đã nhắc về việc này rồi, nên không gửi thêm thư nào.");
        }
    }

    private static <T> List<T> twice(Supplier<T> click) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(click)).limit(2).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private String handIn(Task task) {
        try {
            tasks.complete(task.getId(), Map.of());
            return "";
        } catch (RuntimeException refused) {
            return refused.toString();
        }
    }
}
