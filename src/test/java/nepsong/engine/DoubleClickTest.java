package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nepsong.Campaign;
import nepsong.Desk;
import nepsong.JourneyTest;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Two hand-ins of one task at the same time, as a double click sends them. */
@JourneyTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:double-click;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
class DoubleClickTest {

    @Autowired
    Campaign campaign;

    @Autowired
    Desk desk;

    @Autowired
    TaskService tasks;

    @Test
    void oneIsTakenAndTheOtherIsToldThatTheTaskIsDone() {
        Task task = desk.task(campaign.start("office"), "draftPlan");

        List<String> answers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> handIn(task))).limit(2).toList().stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();

        assertThat(answers.get(0)).isEmpty();
        assertThat(answers.get(1)).contains("Việc này không còn mở");
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
