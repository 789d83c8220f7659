package nepsong.security;

import static nepsong.organisation.Demonstration.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Harmless probes: each would set a system property. */
@RunningApplication
class ExpressionProbeTest {

    private static final String PROPERTY = "nepsong.probe";

    private static final String PROBE =
            "${''.getClass().forName('java.lang.System').getMethod('setProperty',''.getClass(),''.getClass())"
                    + ".invoke(null,'nepsong.probe','run')}";

    private static final List<String> FIELDS = List.of(
            "assigneeExpression",
            "assigneeLikeExpression",
            "ownerExpression",
            "involvedUserExpression",
            "candidateUserExpression",
            "candidateGroupExpression",
            "candidateGroupsExpression",
            "processInstanceBusinessKeyExpression",
            "processInstanceBusinessKeyInExpression",
            "processInstanceBusinessKeyLikeExpression",
            "dueDateExpression",
            "dueAfterExpression",
            "dueBeforeExpression",
            "followUpDateExpression",
            "followUpAfterExpression",
            "followUpBeforeExpression",
            "createdOnExpression",
            "createdAfterExpression",
            "createdBeforeExpression",
            "updatedAfterExpression");

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    private Visitor visitor;

    @BeforeEach
    void logIn() {
        System.clearProperty(PROPERTY);
        visitor = new Visitor(port, engine.getName());
        visitor.logIn("qbadinhCoordinator", PASSWORD);
    }

    @Test
    void noExpressionOfAPersonReachesTheEngine() {
        String filter = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName("Việc của tôi")
                .singleResult()
                .getId();
        for (String field : FIELDS) {
            String flat = "{\"" + field + "\":\"" + PROBE + "\"}";
            for (String body : List.of(
                    flat,
                    "{\"orQueries\":[" + flat + "]}",
                    "{\"orQueries\":[" + flat + "],\"orQueries\":[]}",
                    "{\"orQueries\":[{\"orQueries\":[" + flat + "]}]}")) {
                for (String path : List.of(
                        "task",
                        "task/count",
                        "filter/" + filter + "/list",
                        "filter/" + filter + "/count",
                        "filter/" + filter + "/singleResult",
                        "filter/create")) {
                    assertThat(visitor.enginePost(path, body).statusCode())
                            .as(path + " " + body)
                            .isEqualTo(403);
                }
            }
            assertThat(visitor.engineGet("task?" + field + "=x").statusCode()).isEqualTo(403);
        }
        assertThat(System.getProperty(PROPERTY)).isNull();
    }

    @Test
    void evenAStoredFilterOfTheAdministratorRunsNone() {
        TaskQuery query = engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression(PROBE)
                .endOr();
        Filter filter = engine.getFilterService().newTaskFilter("probe").setQuery(query);
        engine.getFilterService().saveFilter(filter);
        assertThatThrownBy(() -> engine.getFilterService().count(filter.getId()))
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(query::list).isInstanceOf(ProcessEngineException.class);
        assertThat(System.getProperty(PROPERTY)).isNull();
        engine.getFilterService().deleteFilter(filter.getId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${dateTime().plusDays(2)}",
                "${ dateTime().minusWeeks(1).withHourOfDay(8).toDate() }",
                "${now()}"
            })
    void theDatesOfHonestFiltersWork(String date) {
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .dueBeforeExpression(date)
                        .endOr()
                        .list())
                .isNotNull();
    }

    @Test
    void whatTasklistDoesNotAskForIsForbiddenAndSetupDoesNotExist() {
        for (String path : List.of("deployment", "user", "job", "incident", "variable-instance", "telemetry/data")) {
            assertThat(visitor.engineGet(path).statusCode()).as(path).isEqualTo(403);
        }
        for (String path :
                List.of("task/create", "deployment/create", "process-instance/delete", "message", "user/create")) {
            assertThat(visitor.enginePost(path, "{}").statusCode()).as(path).isEqualTo(403);
        }
        String setup = "/camunda/api/admin/setup/" + engine.getName() + "/user/create";
        assertThat(visitor.post(setup, "{}").statusCode()).isEqualTo(404);
        assertThat(new Visitor(port, engine.getName()).post(setup, "{}").statusCode())
                .isEqualTo(404);
        Visitor admin = new Visitor(port, engine.getName());
        admin.logIn("admin", PASSWORD);
        assertThat(admin.post(setup, "{}").statusCode()).isEqualTo(404);
        assertThat(admin.get("/camunda/app/admin/" + engine.getName() + "/").statusCode())
                .isEqualTo(200);
        assertThat(admin.engineGet("deployment").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/camunda/app/cockpit/" + engine.getName() + "/").statusCode())
                .isEqualTo(403);
        assertThat(visitor.get("/camunda/api/cockpit/plugin/base/" + engine.getName()
                                + "/process-definition/statistics")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/deployment;x=1",
                "/camunda/api/engine/engine/default/%2e%2e/deployment",
                "/camunda/api/engine/engine//default/deployment",
                "/camunda/api/engine/engine/default/deployment/",
                "/camunda/api/engine/engine/default/%64eployment",
                "/camunda/api/engine/engine/default/task/..;/deployment",
                "/camunda/api/engine/engine/default/task%2F..%2Fdeployment",
                "/camunda/API/engine/engine/default/deployment",
                "/camunda/api/admin/setup;x=1/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create"
            })
    void noSpellingOfAPathGetsRoundTheGuard(String path) {
        assertThat(visitor.get(path).statusCode()).isIn(400, 403, 404);
        assertThat(visitor.send(visitor.request(path)
                                .header("Content-Type", "application/json")
                                .header(
                                        "X-XSRF-TOKEN",
                                        visitor.cookie("XSRF-TOKEN").orElse(""))
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isIn(400, 403, 404);
    }
}
