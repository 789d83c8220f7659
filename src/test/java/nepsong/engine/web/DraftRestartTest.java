package nepsong.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nepsong.Desk;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.engine.DemonstrationPeople;
import nepsong.engine.QuickPasswords;
import nepsong.organisation.Demonstration;
import nepsong.security.Visitor;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application ends between the two tests and starts anew on the same file. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.generate-unique-process-engine-name=true",
            "camunda.bpm.generate-unique-process-application-name=true",
            "camunda.bpm.job-execution.enabled=false",
            "nepsong.demo=false"
        })
@Import({Desk.class, QuickPasswords.class})
@TestMethodOrder(OrderAnnotation.class)
@Tag("own-process")
class DraftRestartTest {

    private static final String UNIT = "q-ba-dinh";
    private static final String KEY = "restart/" + UNIT;
    private static final String COORDINATOR = "qbadinhCoordinator";
    private static final String NOTE = "Đã gửi kế hoạch đúng hạn";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    /** H2 closes the file when the application that opened it has ended. */
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> "jdbc:h2:file:" + folder.resolve("nepsong"));
    }

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Desk desk;

    @Test
    @Order(1)
    @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
    void aDraftSurvivesLogoutAndIsThereOnAnotherDevice(
            @Autowired Cycles cycles,
            @Autowired DemonstrationPeople people,
            @Autowired RuntimeService runtime,
            @Autowired TaskService tasks)
            throws JsonProcessingException {
        people.seed(Map.of(UNIT, "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ"));
        cycles.add(
                new Cycle("restart", 2023, "Kỳ kiểm tra thử", null, null, Instant.now(), "office", null, null, null));
        cycles.configure(new Cycles.Configuration(
                "restart", 1, null, List.of(new Bloc("khoi-1", "Khối 1", List.of(UNIT, "q-tay-ho"))), Map.of()));
        Map<String, Object> variables = new HashMap<>(Map.of("cycle", "restart", "cycleName", "Kỳ thử"));
        variables.putAll(Map.of("bloc", "khoi-1", "blocName", "Khối 1"));
        variables.putAll(Map.of("unit", UNIT, "unitKey", "qbadinh", "unitName", "Quận Ba Đình"));
        runtime.startProcessInstanceByKey("self-assessment", KEY, variables);
        desk.complete(desk.task(KEY, "acknowledge"), Map.of("received", true, "staffCount", 120));
        Task task = desk.task(KEY, "scoreCriteria");
        tasks.claim(task.getId(), COORDINATOR);
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.get(0).put("note", NOTE);

        Visitor office = device();
        HttpResponse<String> saved = office.send(
                "PUT",
                "/api/tasks/" + task.getId() + "/draft",
                "application/json",
                JSON.writeValueAsString(Map.of("criteria", rows)));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        office.form("/logout", "_csrf=" + office.csrf());

        assertThat(firstNote(device())).isEqualTo(NOTE);
    }

    @Test
    @Order(2)
    void andARestart() throws JsonProcessingException {
        assertThat(firstNote(device())).isEqualTo(NOTE);
    }

    private Visitor device() {
        Visitor visitor = new Visitor(port, engine.getName());
        visitor.logIn(COORDINATOR, Demonstration.PASSWORD);
        return visitor;
    }

    /** What the form shows to this session in the first row. */
    private String firstNote(Visitor visitor) throws JsonProcessingException {
        String task = desk.task(KEY, "scoreCriteria").getId();
        HttpResponse<String> form = visitor.engineGet("task/" + task + "/form-variables?deserializeValues=false");
        assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
        JsonNode criteria =
                JSON.readTree(JSON.readTree(form.body()).at("/criteria/value").asText());
        return criteria.at("/0/note").asText();
    }
}
