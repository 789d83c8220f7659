package nepsong.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nepsong.FormFiller;
import nepsong.progress.Listings;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A program that knows only the promised interface takes the 22 units through two whole cycles: it logs in as each
 * person of the demonstration, claims what is offered, fills what a form requires and hands it in.
 */
@Tag("own-process")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:robot;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.generate-unique-process-engine-name=false",
            "camunda.bpm.job-execution.wait-time-in-millis=200",
            "camunda.bpm.job-execution.max-wait=500",
            "nepsong.demo-history=true"
        })
class CampaignRobotTest {

    private static final String PASSWORD = "NepSong#2026";
    private static final List<String> ROLES = List.of(
            "office",
            "director",
            "cityLeader",
            "headOfTeam",
            "secretary",
            "member1",
            "member2",
            "member3",
            "member4",
            "member5",
            "appraiser1",
            "appraiser2",
            "awardOffice",
            "council1",
            "council2",
            "council3",
            "council4",
            "council5");
    private static final List<String> UNITS = List.of(
            "so-du-lich",
            "so-giao-duc-va-dao-tao",
            "so-y-te",
            "so-giao-thong-van-tai",
            "so-tai-nguyen-va-moi-truong",
            "so-lao-dong-thuong-binh-va-xa-hoi",
            "q-ba-dinh",
            "q-hoan-kiem",
            "q-tay-ho",
            "q-long-bien",
            "q-cau-giay",
            "q-dong-da",
            "q-hai-ba-trung",
            "q-ha-dong",
            "tx-son-tay",
            "h-ba-vi",
            "h-dong-anh",
            "h-gia-lam",
            "h-hoai-duc",
            "h-quoc-oai",
            "h-soc-son",
            "h-thanh-tri");
    /** One in each bloc gets full marks, by itself and by its inspectors: what a task is about stands in its name. */
    private static final List<String> BEST = List.of("Sở Y tế", "Quận Tây Hồ", "Huyện Đông Anh");

    /** Something is found at this unit. */
    private static final String FAULTY = "Quận Ba Đình";

    private static final int MIDWAY = 100;
    private static final int MOST_ROUNDS = 400;
    /** A round asks everybody, which takes longer than a job waits. */
    private static final int MOST_IDLE_ROUNDS = 40;

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService instances;

    @Autowired
    ManagementService jobs;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Listings listings;

    private final Map<String, WebSession> sessions = new LinkedHashMap<>();
    private final FormFiller filler = new FormFiller(2023);
    private final FormFiller best = FormFiller.ofTheBest();
    private final FormFiller finder = FormFiller.addingTo(2024, "findings");
    private final Map<String, Integer> done = new TreeMap<>();
    private int found;

    @Test
    void twoCyclesRunToTheirEndThroughThePromisedInterfaceAlone() {
        Set<String> first = runCycle("2023");
        Set<String> second = runCycle("2024");

        assertThat(first).hasSize(22);
        assertThat(second).hasSize(22).doesNotContainAnyElementsOf(first);
        assertThat(instances.createIncidentQuery().count()).isZero();
        assertThat(jobs.createJobQuery().withException().count()).isZero();
        assertThat(history.createHistoricJobLogQuery().failureLog().list())
                .as("not even once")
                .extracting(HistoricJobLog::getActivityId, HistoricJobLog::getJobExceptionMessage)
                .isEmpty();
        assertThat(tasksThatNobodyWasTold()).isEmpty();
        everyMailWaits();
    }

    /** With no mail server they are kept, each with its address, for the administrator to read. */
    private void everyMailWaits() {
        int queued =
                jdbc.sql("select count(*) from outbox").query(Integer.class).single();
        JsonNode mails = session("admin").get("/api/outbox?size=10000");
        assertThat(mails)
                .hasSize(Math.min(queued, 10_000))
                .hasSizeGreaterThan(total())
                .allSatisfy(mail -> {
                    assertThat(mail.path("state").asText()).isEqualTo("PENDING");
                    assertThat(mail.path("to").asText()).endsWith("@nepsong.example");
                    assertThat(mail.path("key").asText()).isNotEmpty();
                });
    }

    /** Every task was offered or given to somebody, and each of them has a mail in the outbox; but for last year's. */
    private List<String> tasksThatNobodyWasTold() {
        return jdbc.sql(
                        """
                        select t.task_def_key_ from act_hi_taskinst t
                        where t.id_ not like '2022-%' and not exists (select 1 from outbox o
                            where o.mail_key like 'task.assigned/' || t.id_ || '/%')
                        """)
                .query(String.class)
                .list();
    }

    /** @return the pairs of the cycle, as "inspecting>inspected" */
    private Set<String> runCycle(String code) {
        int doneBefore = total();
        found = 0;
        start();
        Reckoning reckoning = new Reckoning(session("office"), listings, code);
        boolean midway = false;
        int idle = 0;
        for (int round = 0; round < MOST_ROUNDS && idle < MOST_IDLE_ROUNDS; round++) {
            int before = total();
            for (String user : people()) {
                work(user);
            }
            if (!midway && total() - doneBefore >= MIDWAY) {
                reckonMidway(reckoning, total() - doneBefore);
                midway = true;
            }
            if (total() > before) {
                idle = 0;
            } else if (finished(code)) {
                break;
            } else {
                idle++;
            }
        }
        assertThat(finished(code))
                .as("cycle %s ended; open: %s; done: %s", code, open(), done)
                .isTrue();
        assertThat(midway).isTrue();
        reckoning.atTheEnd(total() - doneBefore, found, blocs());
        return reckoning.pairs();
    }

    /** In the middle of a cycle, with some steps late: as many as people find in their inboxes. */
    private void reckonMidway(Reckoning reckoning, int handedIn) {
        tasks.createTaskQuery()
                .listPage(0, 3)
                .forEach(task -> tasks.setDueDate(task.getId(), Date.from(Instant.parse("2023-01-02T10:00:00Z"))));
        // What follows a step is made a moment later, by a job.
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Map<String, Boolean> lateById = new HashMap<>();
            for (String user : people()) {
                for (JsonNode task : session(user).get("/task?maxResults=200")) {
                    lateById.put(
                            task.path("id").asText(), task.path("due").asText().startsWith("2023-01-02"));
                }
            }
            reckoning.midway(handedIn, lateById.size(), (int)
                    lateById.values().stream().filter(late -> late).count());
        });
    }

    private void start() {
        WebSession office = session("office");
        JsonNode definitions = office.get("/process-definition?startableInTasklist=true&latest=true&active=true"
                + "&startablePermissionCheck=true");
        String definition = null;
        for (JsonNode one : definitions) {
            if (one.path("key").asText().equals("inspection-cycle")) {
                definition = one.path("id").asText();
            }
        }
        assertThat(definition).as("startable: %s", definitions).isNotNull();
        JsonNode form = office.get("/process-definition/" + definition + "/deployed-start-form");
        Map<String, JsonNode> defaults = new LinkedHashMap<>();
        form.path("components").forEach(component -> {
            if (component.has("key") && component.has("defaultValue")) {
                defaults.put(component.path("key").asText(), component.path("defaultValue"));
            }
        });
        Map<String, Object> variables = new LinkedHashMap<>();
        defaults.forEach((key, value) ->
                variables.put(key, Map.of("value", value.isNumber() ? value.numberValue() : value.asText())));
        var answer = office.post("/process-definition/" + definition + "/submit-form", Map.of("variables", variables));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void work(String user) {
        WebSession session = session(user);
        for (JsonNode task : session.get("/task?maxResults=200&sortBy=created&sortOrder=asc")) {
            String id = task.path("id").asText();
            String assignee = task.path("assignee").asText("");
            if (assignee.isEmpty() || assignee.equals("null")) {
                if (session.post("/task/" + id + "/claim", Map.of("userId", user))
                                .status()
                        != 204) {
                    continue;
                }
            } else if (!assignee.equals(user)) {
                continue;
            }
            JsonNode form = session.get("/task/" + id + "/deployed-form");
            JsonNode variables = session.get("/task/" + id + "/form-variables?deserializeValues=false");
            boolean full = BEST.stream().anyMatch(task.path("name").asText()::endsWith);
            boolean faulty = task.path("name").asText().endsWith(FAULTY)
                    && form.path("id").asText().equals("cross-inspection.inspect");
            var answer = session.handIn(id, (faulty ? finder : full ? best : filler).fill(form, variables));
            if (answer.status() == 204) {
                done.merge(form.path("id").asText(), 1, Integer::sum);
                found += faulty ? 1 : 0;
            } else if (answer.body().contains("khác") || answer.body().contains("không được")) {
                refused(session, id, form.path("id").asText(), answer);
            } else {
                throw new AssertionError(user + " " + form.path("id").asText() + ": " + answer);
            }
        }
    }

    /** A rule of the domain may say that another person must do it: the task goes back to its group. */
    private void refused(WebSession session, String task, String form, WebSession.Answer answer) {
        done.merge("refused " + form + " " + answer.json().path("message").asText(), 1, Integer::sum);
        session.post("/task/" + task + "/unclaim", Map.of());
    }

    private boolean finished(String code) {
        return instances
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(code)
                                .count()
                        == 0
                && tasks.createTaskQuery().count() == 0;
    }

    private List<String> open() {
        return tasks.createTaskQuery().list().stream()
                .map(Task::getName)
                .distinct()
                .toList();
    }

    private int total() {
        return done.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("refused"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static Map<String, String> blocs() {
        Map<String, String> blocs = new LinkedHashMap<>();
        UNITS.subList(0, 6).forEach(unit -> blocs.put(unit, "khoi-1"));
        UNITS.subList(6, 14).forEach(unit -> blocs.put(unit, "khoi-2"));
        UNITS.subList(14, 22).forEach(unit -> blocs.put(unit, "khoi-3"));
        return blocs;
    }

    private static List<String> people() {
        List<String> people = new ArrayList<>(ROLES);
        UNITS.stream()
                .map(unit -> unit.replace("-", ""))
                .flatMap(key -> Stream.of(key + "Coordinator", key + "Head", key + "Inspector"))
                .forEach(people::add);
        return people;
    }

    private WebSession session(String user) {
        return sessions.computeIfAbsent(user, id -> WebSession.login("http://127.0.0.1:" + port, id, PASSWORD));
    }
}
