package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nepsong.progress.ManagedCycle;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No spelling of a path gets round the guard, no body wears it out, and setup is not there in any. */
@RunningApplication
class WebApiPathsTest {

    /** What the administrator reads and staff may not, within the engine's web API. */
    private static final List<String> BLOCKED =
            List.of("deployment", "user", "authorization", "job-definition", "history/job-log", "job", "incident");

    private static final String CYCLE = "2017";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Visitors visitors;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void fiveHundredSpellingsOfBlockedPathsLeadNowhere() {
        Visitor staff = visitors.as("sodulichCoordinator");
        Set<String> tried = new LinkedHashSet<>();
        for (String blocked : BLOCKED) {
            assertThat(visitors.as("admin").engineGet(blocked).statusCode())
                    .as(blocked)
                    .isEqualTo(200);
            String path = "/camunda/api/engine/engine/" + engine.getName() + "/" + blocked;
            tried.addAll(spellings(path, "/camunda/api/engine/engine/" + engine.getName() + "/task"));
        }
        assertThat(tried).hasSizeGreaterThanOrEqualTo(500);
        assertThat(tried.stream()
                        .map(path -> staff.get(path).statusCode() + " " + path)
                        .filter(answer -> !answer.matches("(400|403|404) .*")))
                .isEmpty();
    }

    @Test
    void theAdministratorReadsNoValueOfAProcess() {
        String secret = "Không phải việc của quản trị viên";
        new ManagedCycle(jdbc, CYCLE, Instant.now()).begun(1);
        ProcessInstance instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "self-assessment",
                        CYCLE + "/q-ba-dinh",
                        Map.of(
                                "cycle",
                                CYCLE,
                                "cycleName",
                                "Kỳ",
                                "bloc",
                                "khoi-1",
                                "blocName",
                                "Khối",
                                "unit",
                                "q-ba-dinh",
                                "unitKey",
                                "qbadinh",
                                "unitName",
                                secret));
        try {
            Visitor admin = visitors.as("admin");
            for (String list : List.of("variable-instance", "variable-instance/count")) {
                assertThat(admin.engineGet(list).body()).matches("\\[]|\\{\"count\":0}");
            }
            for (String told : List.of(
                    "process-instance/" + instance.getId() + "/variables",
                    "process-instance/" + instance.getId() + "/variables/unitName",
                    "execution/" + instance.getId() + "/localVariables",
                    "history/variable-instance",
                    "history/detail",
                    "history/decision-instance")) {
                HttpResponse<String> answer = admin.engineGet(told);
                assertThat(answer.statusCode()).as(told).isEqualTo(403);
                assertThat(answer.body()).contains("quản trị viên").doesNotContain(secret);
            }
            assertThat(admin.engineGet("process-instance/" + instance.getId()).statusCode())
                    .isEqualTo(200);
        } finally {
            engine.getRuntimeService().deleteProcessInstance(instance.getId(), "the test is over");
            ManagedCycle.forget(jdbc, CYCLE);
        }
    }

    @Test
    void setupIsNotThereInAnySpellingForAnybody() {
        long users = engine.getIdentityService().createUserQuery().count();
        String body = "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"NepSong#2026\"}}";
        List<String> paths = new ArrayList<>();
        for (String name : List.of(engine.getName(), "default", "other")) {
            String path = "/camunda/api/admin/setup/" + name + "/user/create";
            paths.add(path);
            paths.addAll(spellings(path, "/camunda/api/admin/auth/user/" + name));
        }
        for (Visitor visitor : List.of(visitors.nobody(), visitors.as("sodulichHead"), visitors.as("admin"))) {
            assertThat(visitor.get("/camunda/app/admin/" + engine.getName() + "/setup/")
                            .statusCode())
                    .isEqualTo(404);
            // What the server itself cannot read, or what means another path, never gets so far.
            assertThat(paths.stream()
                            .map(path -> visitor.post(path, body).statusCode() + " " + path)
                            .filter(answer -> !answer.matches("(302|400|401|403|404|405) .*")))
                    .isEmpty();
            assertThat(paths.stream()
                            .filter(path -> SetupIsGone.undone(path).startsWith("/camunda/api/admin/setup/"))
                            .map(path -> visitor.post(path, body).statusCode() + " " + path)
                            .filter(answer -> !answer.matches("(400|404) .*")))
                    .isEmpty();
            assertThat(visitor.post(paths.get(0), body).statusCode()).isEqualTo(404);
        }
        // Where nobody administers, the setup of Camunda would be open to all the world.
        engine.getIdentityService().deleteMembership("admin", "camunda-admin");
        try {
            assertThat(paths.stream()
                            .filter(path -> SetupIsGone.undone(path).startsWith("/camunda/api/admin/setup/"))
                            .map(path -> visitors.nobody().post(path, body).statusCode()))
                    .isNotEmpty()
                    .allMatch(status -> status == 404 || status == 400);
        } finally {
            engine.getIdentityService().createMembership("admin", "camunda-admin");
        }
        assertThat(engine.getIdentityService().createUserQuery().count()).isEqualTo(users);
    }

    @Test
    void nobodyDeploysAProcess() {
        long before = engine.getRepositoryService().createDeploymentQuery().count();
        String path = "/camunda/api/engine/engine/" + engine.getName() + "/deployment/create";
        for (String work : List.of(
                "<scriptTask id=\"t\" scriptFormat=\"javascript\"><script>1</script></scriptTask>",
                "<serviceTask id=\"t\" camunda:class=\"java.lang.Object\"/>",
                "<serviceTask id=\"t\" camunda:expression=\"${''.getClass()}\"/>",
                "<serviceTask id=\"t\"><extensionElements><camunda:connector><camunda:connectorId>http-connector"
                        + "</camunda:connectorId></camunda:connector></extensionElements></serviceTask>")) {
            String body = "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nprobe\r\n"
                    + "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"probe.bpmn\"\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n"
                    + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"x\""
                    + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"><process id=\"probe\""
                    + " isExecutable=\"true\" camunda:historyTimeToLive=\"1\">" + work
                    + "</process></definitions>\r\n--x--\r\n";
            for (String person : RoleTable.ROLES.values()) {
                Visitor visitor = person.isEmpty() ? visitors.nobody() : visitors.as(person);
                HttpResponse<String> answer = visitor.send("POST", path, "multipart/form-data; boundary=x", body);
                assertThat(answer.statusCode())
                        .as("%s %s %s", person, work, answer.body())
                        .isIn(person.equals("admin") ? List.of(400) : List.of(401, 403));
                assertThat(answer.body()).doesNotContain("deployedProcessDefinitions");
            }
        }
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", ";x=1", "/;", "//", "/%20", "/.", "/x/..", "?a=b", "%00"})
    void setupAnswersNotFoundHoweverItEnds(String end) {
        String path = "/camunda/api/admin/setup/default/user/create" + end;
        assertThat(visitors.nobody().post(path, "{}").statusCode()).isIn(404, 400);
        assertThat(SetupIsGone.undone(path.replaceAll("\\?.*", ""))).startsWith("/camunda/api/admin/setup");
    }

    @Test
    void aBodyIsBoundInSizeAndDepthForEverybody() {
        for (String person : List.of("sodulichCoordinator", "admin")) {
            Visitor visitor = visitors.as(person);
            String wide = "{\"name\":\"" + "x".repeat(520_000) + "\"}";
            for (String query : List.of("task", "task/count", "filter/none/list", "task/none/comment/create")) {
                assertThat(visitor.enginePost(query, wide).statusCode())
                        .as("%s %s", person, query)
                        .isEqualTo(413);
                assertThat(inPieces(visitor, query, wide).statusCode())
                        .as("%s %s in pieces", person, query)
                        .isEqualTo(413);
            }
            for (String form : List.of("task/none/submit-form", "task/none/complete")) {
                String large = "{\"variables\":{\"note\":{\"value\":\"" + "x".repeat(3_900_000) + "\"}}}";
                assertThat(visitor.enginePost(form, large).body())
                        .as("%s %s, as large as a form may be", person, form)
                        .contains("Việc này không còn mở");
                String wider = "{\"name\":\"" + "x".repeat(4_100_000) + "\"}";
                assertThat(visitor.enginePost(form, wider).statusCode()).isEqualTo(413);
                assertThat(inPieces(visitor, form, wider).statusCode()).isEqualTo(413);
                assertThat(visitor.enginePost(form, ofUnits(3_321)).body())
                        .as("%s %s, with a row for each unit", person, form)
                        .contains("Việc này không còn mở");
                if (!person.equals("admin")) {
                    assertThat(visitor.enginePost(form, ofUnits(20_000)).body()).contains("quá nhiều phần tử");
                }
            }
            String deep = "{\"orQueries\":" + "[".repeat(60) + "]".repeat(60) + "}";
            assertThat(visitor.enginePost("task/count", deep).statusCode()).isEqualTo(400);
            String bottomless = "[".repeat(5_000) + "]".repeat(5_000);
            assertThat(visitor.enginePost("task/count", bottomless).statusCode())
                    .isEqualTo(400);
            assertThat(visitor.enginePost("task/count", "{\"name\":").statusCode())
                    .isEqualTo(400);
            assertThat(visitor.engineGet("task?maxResults=100000").statusCode()).isIn(400, 404);
        }
        assertThat(visitors.as("sodulichCoordinator")
                        .send("POST", "/camunda/api/engine/engine/" + engine.getName() + "/task", "text/xml", "<a/>")
                        .statusCode())
                .isEqualTo(415);
    }

    private static String ofUnits(int count) {
        String row = "{\"unit\":\"x\",\"nominate\":true,\"title\":\"CITY\",\"why\":\"\"}";
        return "{\"variables\":{\"units\":{\"value\":[" + String.join(",", Collections.nCopies(count, row)) + "]}}}";
    }

    /** Without a word on how long it is. */
    private HttpResponse<String> inPieces(Visitor visitor, String path, String body) {
        return visitor.send(visitor.request("/camunda/api/engine/engine/" + engine.getName() + "/" + path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").orElse(""))
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body))));
    }

    /** What a database cannot keep, or what is no query at all, is said to be so, and nothing of the inside is told. */
    @Test
    void whatCannotBeKeptOrReadIsRefusedWithoutAWordOfTheInside() {
        Visitor staff = visitors.as("sodulichCoordinator");
        String nothing = "\\u0000";
        for (String body : List.of(
                "[]",
                "\"x\"",
                "{\"dueBefore\":\"x\"}",
                "{\"priority\":1e999999999}",
                "{\"name\":\"a" + nothing + "b\"}",
                "{\"orQueries\":[{\"nameLike\":\"" + nothing + "\"}]}")) {
            for (String person : List.of("sodulichCoordinator", "admin")) {
                if (person.equals("admin") && !body.contains(nothing)) {
                    continue;
                }
                HttpResponse<String> answer = visitors.as(person).enginePost("task/count", body);
                assertThat(answer.statusCode()).as(body).isEqualTo(400);
                assertThat(answer.body())
                        .as(body)
                        .contains("Dữ liệu JSON không hợp lệ.")
                        .doesNotContain("camunda");
            }
        }
        assertThat(staff.engineGet("task?name=a%00b").statusCode()).isEqualTo(400);
        assertThat(visitors.as("manager").get("/api/commendations?cycle=a%00b").statusCode())
                .isEqualTo(400);
        assertThat(staff.form("/preferences", "digest=a%00b&_csrf=" + staff.csrf())
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitors.as("office")
                        .post("/api/score", "{\"set\":\"work" + nothing + "place\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatCannotBeKeptIsRefusedInAFormWithTheNameOfItsField() {
        String form = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("inspection-cycle")
                .latestVersion()
                .singleResult()
                .getId();
        HttpResponse<String> answer = visitors.as("office")
                .enginePost(
                        "process-definition/" + form + "/submit-form",
                        "{\"variables\":{\"name\":{\"value\":\"Kỳ kiểm tra\\u0000 thử\"},\"year\":{\"value\":2024}}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("“Tên kỳ kiểm tra” có ký tự không hợp lệ");
    }

    @Test
    void aQueryOfTenThousandConditionsIsRefusedBeforeTheDatabaseSeesIt() {
        Visitor staff = visitors.as("sodulichCoordinator");
        for (String query : List.of(
                "{\"orQueries\":[" + "{\"name\":\"x\"},".repeat(10_000) + "{}]}",
                "{\"taskIdIn\":[" + "\"x\",".repeat(10_000) + "\"x\"]}",
                "{\"processVariables\":["
                        + "{\"name\":\"unit\",\"operator\":\"eq\",\"value\":\"x\"},".repeat(10_000)
                        + "{}]}",
                "{\"sorting\":[" + "{\"sortBy\":\"name\",\"sortOrder\":\"asc\"},".repeat(10_000) + "{}]}")) {
            for (String way : List.of("task", "task/count", "filter/none/list")) {
                var answer = staff.enginePost(way, query);
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).contains("quá nhiều phần tử");
            }
        }
        String many = "{\"orQueries\":[" + "{\"name\":\"x\"},".repeat(500) + "{\"name\":\"x\"}]}";
        assertThat(staff.enginePost("task/count", many).body()).isEqualTo("{\"count\":0}");
        for (String page : List.of("?page=-1", "?page=2147483647", "?size=1000000", "?page=x")) {
            assertThat(visitors.as("admin").get("/mail" + page).statusCode())
                    .as(page)
                    .isIn(200, 400);
            assertThat(visitors.as("manager").get("/audit" + page).statusCode())
                    .as(page)
                    .isIn(200, 400);
        }
    }

    @Test
    void ourOwnProgramsAreBoundToo() {
        Visitor visitor = visitors.as("council3");
        long before = jdbc.sql("select coalesce(max(id), 0) from audit_events")
                .query(Long.class)
                .single();
        assertThat(visitor.post("/api/score", "{\"set\":\"" + "x".repeat(1_100_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(jdbc.sql("select count(*) from audit_events where id > ? and actor = 'council3' and refused")
                        .param(before)
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(visitor.post("/api/score", "{\"criteria\":" + "[".repeat(200) + "]".repeat(200) + "}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nobodyIsSentToAnotherSite() {
        int tried = 0;
        for (String target : List.of(
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "%2F%2Fevil.example",
                "/%09/evil.example",
                "javascript:alert(1)",
                "///evil.example",
                "https:evil.example",
                "@evil.example",
                "/..//evil.example",
                "%5Cevil.example",
                "//evil.example/%2e%2e",
                "data:text/html,evil",
                "/guide@evil.example")) {
            for (String path : List.of("/login?next=", "/login?continue=", "/?redirect=", "/guide?url=")) {
                String location = visitors.nobody()
                        .get(path + target.replace("\\", "%5C").replace(" ", "%20"))
                        .headers()
                        .firstValue("Location")
                        .orElse("");
                assertThat(location).as(path + target).doesNotContain("evil").doesNotContain("javascript");
                tried++;
            }
            String back = visitors.as("manager")
                    .get("/progress/" + CYCLE + "/tasks/none/assignee?back=" + Visitor.encode(target))
                    .body();
            assertThat(back).doesNotContain("href=\"" + target);
        }
        assertThat(tried).isGreaterThanOrEqualTo(50);
    }

    /** Odd ways to write the path, and detours to it from one that is allowed. */
    private static Set<String> spellings(String path, String allowed) {
        Set<String> spellings = new LinkedHashSet<>();
        String[] segments = path.substring(1).split("/");
        for (int at = 0; at < segments.length; at++) {
            String segment = segments[at];
            for (String odd : List.of(
                    segment + ";x=1",
                    segment + ";",
                    ";/" + segment,
                    "/" + segment,
                    "./" + segment,
                    "%2e/" + segment,
                    "%2E%2E/x/" + segment,
                    "x/../" + segment,
                    "..;/" + segment,
                    "%2f" + segment,
                    "%5c" + segment,
                    segment + "%00",
                    segment + "%20",
                    segment + "%09",
                    segment + ".",
                    "%" + hex(segment.charAt(0)) + segment.substring(1),
                    "%25" + hex(segment.charAt(0)) + segment.substring(1),
                    "%c0%ae/" + segment)) {
                spellings.add(with(segments, at, odd));
            }
        }
        String last = segments[segments.length - 1];
        for (String way : List.of("/../", "/..;/", "/%2e%2e/", "/..%2f", "%2f..%2f", "/;/../", "/./../")) {
            spellings.add(allowed + way + last);
            spellings.add(allowed + "/x" + way + ".." + way + last);
        }
        spellings.add(path.toUpperCase(Locale.ROOT).replace("/CAMUNDA", "/camunda"));
        spellings.add(path.replace("/api/", "/API/"));
        spellings.add(path + "?x=" + allowed);
        spellings.add(path + "/");
        spellings.add(path + ".json");
        return spellings;
    }

    private static String hex(char letter) {
        return Integer.toHexString(letter);
    }

    private static String with(String[] segments, int at, String odd) {
        List<String> changed = new ArrayList<>(List.of(segments));
        changed.set(at, odd);
        return "/" + String.join("/", changed);
    }
}
