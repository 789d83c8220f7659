package nepsong.robot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nepsong.FormFiller;
import nepsong.progress.ListingSearch;
import nepsong.progress.Listings;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
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
    JdbcClient jdbc;

    @Autowired
    Listings listings;

    private final Map<String, WebSession> sessions = new LinkedHashMap<>();
    private final FormFiller filler = new FormFiller(2023);
    private final FormFiller best = FormFiller.ofTheBest();
    private final Map<String, Integer> done = new TreeMap<>();

    @Test
    void twoCyclesRunToTheirEndThroughThePromisedInterfaceAlone() {
        Set<String> first = runCycle("2023");
        Set<String> second = runCycle("2024");

        assertThat(first).hasSize(22);
        assertThat(second).hasSize(22).doesNotContainAnyElementsOf(first);
        assertThat(instances.createIncidentQuery().count()).isZero();
        assertThat(jobs.createJobQuery().withException().count()).isZero();
        assertThat(tasksThatNobodyWasTold()).isEmpty();
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
        start();
        int idle = 0;
        for (int round = 0; round < MOST_ROUNDS && idle < MOST_IDLE_ROUNDS; round++) {
            int before = total();
            for (String user : people()) {
                work(user);
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
        checkProgress(code, total() - doneBefore);
        return check(code);
    }

    /** What the managers see of a cycle is what the robot has counted itself. */
    private void checkProgress(String code, int handedIn) {
        JsonNode progress = session("office").get("/api/cycles/" + code + "/progress");
        int tasksDone = 0;
        int tasksOpen = 0;
        for (JsonNode stage : progress.path("stages")) {
            tasksDone += stage.path("done").asInt();
            tasksOpen += stage.path("open").asInt();
        }
        assertThat(tasksDone).isEqualTo(handedIn);
        assertThat(tasksOpen).isZero();
        assertThat(listings.count(
                        listings.find("tasks").orElseThrow(), ListingSearch.of(code, Map.of("state", "done"))))
                .isEqualTo(handedIn);
        assertThat(listings.count(listings.find("ranking").orElseThrow(), ListingSearch.all(code)))
                .isEqualTo(UNITS.size());
        assertThat(listings.count(
                        listings.find("coverage").orElseThrow(), ListingSearch.of(code, Map.of("inspected", "yes"))))
                .isEqualTo(UNITS.size());
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
            var answer = session.handIn(id, (full ? best : filler).fill(form, variables));
            if (answer.status() == 204) {
                done.merge(form.path("id").asText(), 1, Integer::sum);
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

    private Set<String> check(String code) {
        WebSession office = session("office");
        Set<String> pairs = new java.util.TreeSet<>();
        office.get("/api/cycles/" + code + "/pairs")
                .forEach(pair -> pairs.add(pair.path("inspecting").asText() + ">"
                        + pair.path("inspected").asText()));
        JsonNode results = office.get("/api/cycles/" + code + "/results");
        assertThat(results).hasSize(22);
        results.forEach(result -> {
            assertThat(result.path("finalScore").isNumber())
                    .as(result.toString())
                    .isTrue();
            assertThat(result.path("grade").asText()).isIn("EXCELLENT", "GOOD", "FAIR", "AVERAGE", "POOR");
            assertThat(result.path("rank").asInt()).isBetween(1, 8);
            String unit = result.path("unit").asText();
            JsonNode scorecard = office.get("/api/units/" + unit + "/scorecard?cycle=" + code);
            assertThat(result.path("finalScore").decimalValue())
                    .as("%s by its scorecard", unit)
                    .isEqualByComparingTo(scored(scorecard)
                            .add(result.path("bonus").decimalValue())
                            .subtract(result.path("penalty").decimalValue())
                            .max(BigDecimal.ZERO)
                            .min(BigDecimal.valueOf(100)));
        });
        checkWhatFollows(office, code);
        assertThat(office.get("/api/cycles/" + code + "/progress").toString()).contains("q-ba-dinh");
        return pairs;
    }

    /** Σ score ÷ Σ max × 100 over what applies, with two decimals: what anybody works out from the rows. */
    private static BigDecimal scored(JsonNode scorecard) {
        assertThat(scorecard.path("criteria")).hasSize(31);
        BigDecimal points = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (JsonNode row : scorecard.path("criteria")) {
            if (!row.path("finalNotApplicable").asBoolean()) {
                JsonNode appealed = row.path("appealedScore");
                points = points.add((appealed.isNumber() ? appealed : row.path("finalScore")).decimalValue());
                most = most.add(row.path("max").decimalValue());
            }
        }
        return points.multiply(BigDecimal.valueOf(100)).divide(most, 2, RoundingMode.HALF_UP);
    }

    /** The best were commended, and the cycle is over. */
    private static void checkWhatFollows(WebSession office, String code) {
        List<String> awarded = new ArrayList<>();
        office.get("/api/commendations?cycle=" + code).forEach(nomination -> {
            if (nomination.path("state").asText().equals("AWARDED")) {
                awarded.add(nomination.path("unit").asText());
            }
        });
        assertThat(awarded).contains("so-y-te", "q-tay-ho", "h-dong-anh");
        assertThat(office.get("/api/findings?cycle=" + code + "&unit=q-ba-dinh").isArray())
                .isTrue();
        List<String> stages = new ArrayList<>();
        office.get("/api/cycles").forEach(cycle -> {
            if (cycle.path("code").asText().equals(code)) {
                stages.add(cycle.path("state").asText());
            }
        });
        assertThat(stages).containsExactly("FINISHED");
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
