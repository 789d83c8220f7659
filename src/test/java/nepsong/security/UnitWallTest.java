package nepsong.security;

import static nepsong.Typing.A_FADED_BOARD;
import static nepsong.Typing.EDUCATION;
import static nepsong.Typing.HEALTH;
import static nepsong.Typing.TOURISM;
import static nepsong.Typing.fullMarks;
import static nepsong.Typing.oneRow;
import static nepsong.Typing.value;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nepsong.Campaign;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * A unit's people ask, by every route there is, for what belongs to another unit: what is open and what is finished. No
 * answer holds any of it, and each is the answer for an id that nothing has, so that not even its existence shows.
 */
@RunningApplication
class UnitWallTest {

    private static final String BA_VI = "h-ba-vi";
    private static final List<String> UNITS = List.of(TOURISM, EDUCATION, HEALTH, BA_VI, "h-dong-anh", "h-gia-lam");
    private static final List<String> OTHERS = List.of("sodulichCoordinator", "sodulichHead", "sodulichInspector");
    private static final List<String> TELLTALES =
            List.of("h-ba-vi", "hbavi", "Ba Vì", "Ba V\\u00EC", "riêng của đơn vị");

    private static final String UNKNOWN = "7e3ab1f0-0000-11f0-8000-0000000000ff";
    private static final String UNKNOWN_UNIT = "h-khong-co";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Campaign campaign;

    @Autowired
    private Visitors visitors;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServletContext context;

    @Autowired
    private List<RequestMappingInfoHandlerMapping> routes;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> leaks = new ArrayList<>();
    private final Map<String, String> ofNothing = new HashMap<>();
    private int requests;

    @BeforeEach
    void theLogIsRead() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void theLogIsClosed() {
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void noneOfFiveThousandRequestsLeaksAnythingOfAnotherUnit() {
        String cycle = play();
        List<String> instances = ids("select distinct proc_inst_id_ from act_hi_taskinst where name_ like '%Ba Vì%'");
        List<String> tasks = ids("select id_ from act_hi_taskinst where name_ like '%Ba Vì%' order by end_time_");
        assertThat(tasks).hasSizeGreaterThanOrEqualTo(8);
        tasks.forEach(this::annotate);
        List<String> remarks = ids("select id_ from act_hi_comment where message_ like 'riêng%'");
        List<String> things = Stream.of(
                        tasks.stream(),
                        instances.stream(),
                        remarks.stream(),
                        ids("select id_ from act_hi_attachment").stream(),
                        ids("select v.id_ from act_hi_varinst v where v.text_ = 'h-ba-vi'").stream()
                                .limit(4))
                .flatMap(each -> each)
                .toList();
        String before = state(tasks);
        itsOwnPeopleSeeIt(cycle, tasks);

        for (String person : OTHERS) {
            tasks.forEach(task -> askOfTask(person, task, remarks));
            instances.forEach(instance -> askOfInstance(person, instance));
            askOurRoutes(person, cycle, tasks);
        }
        askEverything(things);

        assertThat(leaks).isEmpty();
        assertThat(requests).isGreaterThanOrEqualTo(5_000);
        assertThat(state(tasks)).isEqualTo(before);
        theLogNamesNobody();
    }

    /** Logins at the most; of a whole cycle and of thousands of refusals no line has a person's name. */
    private void theLogNamesNobody() {
        List<String> names = ids("select first_ || last_ from act_id_user").stream()
                .map(String::strip)
                .filter(name -> name.contains(" "))
                .toList();
        assertThat(names).hasSizeGreaterThan(50);
        List<String> lines = log.list.stream().map(UnitWallTest::whole).toList();
        assertThat(lines).isNotEmpty();
        assertThat(lines.stream().filter(line -> names.stream().anyMatch(line::contains)))
                .isEmpty();
    }

    private static String whole(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(event.getFormattedMessage());
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            line.append(' ').append(cause.getMessage());
        }
        return line.toString();
    }

    /** Otherwise a wall in front of nothing would do. */
    private void itsOwnPeopleSeeIt(String cycle, List<String> tasks) {
        Visitor own = visitors.as("hbaviCoordinator");
        assertThat(own.get("/api/units/" + BA_VI + "/scorecard?cycle=" + cycle).body())
                .contains(BA_VI);
        assertThat(own.get("/api/findings?cycle=" + cycle + "&unit=" + BA_VI).body())
                .contains(BA_VI);
        assertThat(tasks.stream()
                        .map(task ->
                                own.get(engine("task/" + task + "/comment")).body())
                        .filter(comments -> comments.contains("riêng của đơn vị")))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    /** Until each unit has finished and open tasks, a scorecard, and Ba Vì a finding. */
    private String play() {
        String cycle = campaign.start("office", 2021);
        campaign.does("office", "draftPlan", value("units", UNITS));
        campaign.everybodyDoes("giveOpinion", "decide", "enterIssue", "setUpTeam", "configureCycle");
        campaign.eachDoes("acknowledge", UNITS);
        campaign.eachDoes("scoreCriteria", UNITS, fullMarks());
        campaign.eachDoes("approve", UNITS);
        campaign.everybodyDoes("checkCompleteness", "approvePairs", "schedule");
        campaign.at(BA_VI, "inspect", fullMarks().andThen(oneRow("findings", A_FADED_BOARD)));
        campaign.everybodyDoes("inspect", fullMarks());
        campaign.everybodyDoes("writeMinutes");
        campaign.at(BA_VI, "assignCorrection", form -> {});
        return cycle;
    }

    private void annotate(String task) {
        boolean open = engine.getTaskService().createTaskQuery().taskId(task).count() > 0;
        engine.getTaskService().createComment(task, null, "riêng của đơn vị");
        if (open) {
            engine.getTaskService()
                    .createAttachment(
                            "text", task, null, "riêng của đơn vị", "", new ByteArrayInputStream(new byte[3]));
        }
    }

    private List<String> ids(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    /** Assignees and numbers: what a request that got through would change. */
    private String state(List<String> tasks) {
        return jdbc.sql("select id_, assignee_ from act_ru_task where id_ in (:ids) order by id_")
                        .param("ids", tasks)
                        .query((row, n) -> row.getString(1) + row.getString(2))
                        .list()
                        .toString()
                + ids("select count(*) from act_hi_comment")
                + ids("select count(*) from act_hi_attachment");
    }

    private void askOfTask(String person, String task, List<String> remarks) {
        for (String way : List.of(
                "", "/form", "/deployed-form", "/form-variables", "/rendered-form", "/identity-links", "/comment")) {
            same(person, "GET", engine("task/%s" + way), "", task);
        }
        remarks.stream()
                .limit(3)
                .forEach(remark -> same(person, "GET", engine("task/" + task + "/comment/%s"), "", remark));
        same(person, "POST", engine("task/%s/claim"), "{\"userId\":\"" + person + "\"}", task);
        same(person, "POST", engine("task/%s/unclaim"), "{}", task);
        same(
                person,
                "POST",
                engine("task/%s/complete"),
                "{\"variables\":{\"decision\":{\"value\":\"approve\"}}}",
                task);
        same(person, "POST", engine("task/%s/submit-form"), "{}", task);
        same(person, "POST", engine("task/%s/comment/create"), "{\"message\":\"x\"}", task);
        for (String query : List.of("taskId=%s", "taskIdIn=%s")) {
            same(person, "GET", engine("history/task?" + query), "", task);
            same(person, "GET", engine("history/user-operation?" + query), "", task);
        }
        for (String list : List.of("task", "task/count")) {
            same(person, "POST", engine(list), "{\"taskId\":\"%s\"}", task);
            same(
                    person,
                    "POST",
                    engine(list),
                    "{\"orQueries\":[{\"taskIdIn\":[\"%s\"],\"nameLike\":\"%%Ba Vì%%\"}]}",
                    task);
        }
    }

    private void askOfInstance(String person, String instance) {
        same(person, "GET", engine("process-instance/%s"), "", instance);
        for (String call :
                List.of("task", "task/count", "history/task", "history/task/count", "history/user-operation")) {
            same(person, "GET", engine(call + "?processInstanceId=%s"), "", instance);
        }
        for (String body : List.of(
                "{\"processInstanceId\":\"%s\"}",
                "{\"processInstanceIdIn\":[\"%s\"],\"sorting\":[{\"sortBy\":\"name\",\"sortOrder\":\"asc\"}]}",
                "{\"processInstanceId\":\"%s\",\"processVariables\":[{\"name\":\"unit\",\"operator\":\"eq\",\"value\":\"h-ba-vi\"}]}",
                "{\"processInstanceBusinessKeyLike\":\"%%h-ba-vi%%\",\"processInstanceId\":\"%s\"}",
                "{\"processInstanceId\":\"%s\",\"candidateGroup\":\"headAthbavi\",\"includeAssignedTasks\":true}",
                "{\"processInstanceId\":\"%s\",\"assignee\":\"hbaviHead\"}")) {
            same(person, "POST", engine("task"), body, instance);
            same(person, "POST", engine("task/count"), body, instance);
        }
    }

    /** Routes of ours, with the other unit where a unit is named, and with its tasks. */
    private void askOurRoutes(String person, String cycle, List<String> tasks) {
        for (RequestMappingInfoHandlerMapping mapping : routes) {
            mapping.getHandlerMethods().keySet().stream()
                    .flatMap(route -> route.getPatternValues().stream())
                    .filter(path -> path.contains("{"))
                    .distinct()
                    .map(path -> path.replaceAll("\\{(code|cycle)\\}", cycle))
                    .forEach(path -> {
                        if (path.contains("{unit}")) {
                            same(
                                    person,
                                    "GET",
                                    path.replaceAll("\\{unit\\}", "%s").replaceAll("\\{[^}]*\\}", "1") + "?cycle="
                                            + cycle,
                                    "",
                                    BA_VI);
                        } else {
                            tasks.forEach(task -> same(person, "GET", path.replaceAll("\\{[^}]*\\}", "%s"), "", task));
                        }
                    });
        }
        same(person, "GET", "/api/units/%s/scorecard?cycle=" + cycle, "", BA_VI);
        same(person, "GET", "/api/findings?cycle=" + cycle + "&unit=%s", "", BA_VI);
        same(person, "GET", "/api/findings?cycle=" + cycle + "&unit=%s&unit=so-du-lich", "", BA_VI);
        look(person, "GET", "/api/findings?cycle=" + cycle, "", BA_VI);
        look(person, "GET", "/api/commendations?cycle=" + cycle, "", BA_VI);
        for (String list : List.of("task", "task/count", "filter", "history/task", "history/user-operation", "group")) {
            look(person, "GET", engine(list), "", BA_VI);
        }
    }

    /** Every call of Camunda's that names an id, with each id of Ba Vì in turn. */
    private void askEverything(List<String> things) {
        int turn = 0;
        Set<CamundaEndpoints.Endpoint> calls = CamundaEndpoints.of(context);
        while (requests < 5_200) {
            for (CamundaEndpoints.Endpoint call : calls) {
                String path =
                        call.path().replaceAll("\\{(name|engineName|engine|processEngineName)\\}", engine.getName());
                if (path.contains("{") && !path.contains("/auth/user")) {
                    String thing = things.get(turn % things.size());
                    String person = OTHERS.get(turn++ % OTHERS.size());
                    String body = call.method().matches("GET|HEAD|OPTIONS") ? "" : "{}";
                    same(person, call.method(), path.replaceAll("\\{[^}]*\\}", "%s"), body, thing);
                }
            }
        }
    }

    private String engine(String path) {
        return "/camunda/api/engine/engine/" + engine.getName() + "/" + path;
    }

    /** Asks for the thing, and once for nothing: the answers are one. */
    private void same(String person, String method, String path, String body, String thing) {
        String unknown = thing.equals(BA_VI) ? UNKNOWN_UNIT : UNKNOWN;
        String expected = ofNothing.computeIfAbsent(
                person + method + path + body, key -> answer(ask(person, method, path, body, unknown), unknown));
        HttpResponse<String> got = look(person, method, path, body, thing);
        if (!answer(got, thing).equals(expected)) {
            leaks.add(person + " " + method + " " + path.replace("%s", thing) + ": " + answer(got, thing)
                    + ", but of nothing " + expected);
        }
    }

    /** Asks and looks for what belongs to the other unit. */
    private HttpResponse<String> look(String person, String method, String path, String body, String thing) {
        HttpResponse<String> got = ask(person, method, path, body, thing);
        String read = got.body().replace(path.replace("%s", thing), "");
        if (got.statusCode() < 400 && TELLTALES.stream().anyMatch(read::contains)) {
            leaks.add(person + " " + method + " " + path.replace("%s", thing) + " reads " + read);
        }
        return got;
    }

    private HttpResponse<String> ask(String person, String method, String path, String body, String thing) {
        requests++;
        return visitors.as(person)
                .send(
                        method,
                        path.replace("%s", thing),
                        body.isEmpty() ? "" : "application/json",
                        body.replace("%s", thing).replace("%%", "%"));
    }

    private static String answer(HttpResponse<String> got, String thing) {
        return got.statusCode() + " "
                + got.body()
                        .replace(thing, "<id>")
                        .replaceAll("\"timestamp\":\"[^\"]*\"", "")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
