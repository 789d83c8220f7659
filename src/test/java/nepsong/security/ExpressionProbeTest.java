package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StringUtils;

/**
 * Harmless probes: each would set a system property. A member of staff does not get one as far as the engine; those of
 * the administrator, whom the web API lets ask what Cockpit asks, reach the engine and are not run there.
 */
@RunningApplication
class ExpressionProbeTest {

    private static final String PROPERTY = "nepsong.probe";

    private static final String PROBE =
            "${''.getClass().forName('java.lang.System').getMethod('setProperty',''.getClass(),''.getClass())"
                    + ".invoke(null,'nepsong.probe','run')}";

    /** Every field of a task query that takes an expression. */
    private static final List<String> FIELDS = Arrays.stream(TaskQueryDto.class.getMethods())
            .map(Method::getName)
            .filter(name -> name.startsWith("set") && name.endsWith("Expression"))
            .map(name -> StringUtils.uncapitalize(name.substring("set".length())))
            .sorted()
            .toList();

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Visitors visitors;

    private String inbox;

    @BeforeEach
    void forget() {
        System.clearProperty(PROPERTY);
        inbox = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName("Việc của tôi")
                .singleResult()
                .getId();
    }

    @Test
    void noExpressionOfAMemberOfStaffReachesTheEngine() {
        int probes = 0;
        Visitor staff = visitors.as("sodulichCoordinator");
        assertThat(FIELDS).hasSizeGreaterThanOrEqualTo(20);
        for (String field : FIELDS) {
            for (Probe probe : probes(field)) {
                assertThat(staff.enginePost(probe.path(), probe.body()).statusCode())
                        .as("%s", probe)
                        .isEqualTo(403);
                probes++;
            }
            assertThat(staff.engineGet("task?" + field + "=x").statusCode()).isEqualTo(403);
        }
        assertThat(probes).isGreaterThan(300);
        assertThat(System.getProperty(PROPERTY)).isNull();
    }

    @Test
    void whatReachesTheEngineIsNotRunThere() {
        int probes = 0;
        for (String field : FIELDS) {
            for (Probe probe : probes(field)) {
                visitors.as("admin").enginePost(probe.path(), probe.body());
                assertThat(System.getProperty(PROPERTY)).as("%s", probe).isNull();
                probes++;
            }
        }
        assertThat(probes).isGreaterThan(300);
        assertThat(jdbc.sql("select count(*) from act_ru_filter where query_ like '%getClass%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        // Of two properties of one name the engine takes the last, which is harmless.
        engine.getFilterService().createTaskFilterQuery().filterName("probe").list().stream()
                .map(Filter::getId)
                .forEach(engine.getFilterService()::deleteFilter);
    }

    @Test
    void theSameProbesDoRunWhereTheGuardIsTakenOut() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        ExpressionManager guarded = configuration.getExpressionManager();
        List<String> run;
        try {
            configuration.setExpressionManager(new SpringExpressionManager(beans));
            run = FIELDS.stream().filter(this::isRun).toList();
        } finally {
            configuration.setExpressionManager(guarded);
        }
        assertThat(run).as("fields whose probe runs in a stock engine").hasSizeGreaterThanOrEqualTo(20);
        assertThat(FIELDS.stream().filter(this::isRun)).isEmpty();
    }

    private boolean isRun(String field) {
        System.clearProperty(PROPERTY);
        visitors.as("admin").enginePost("task/count", "{\"orQueries\":[{\"" + field + "\":\"" + PROBE + "\"}]}");
        return System.clearProperty(PROPERTY) != null;
    }

    @Test
    void aFilterThatIsStoredAllTheSameRunsNothing() {
        TaskQuery query = engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression(PROBE)
                .endOr();
        Filter filter = engine.getFilterService().newTaskFilter("smuggled").setQuery(query);
        assertThatThrownBy(() -> engine.getFilterService().saveFilter(filter))
                .isInstanceOf(ProcessEngineException.class);
        filter.setQuery(engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .endOr());
        String id = engine.getFilterService().saveFilter(filter).getId();
        jdbc.sql("update act_ru_filter set query_ = replace(query_, '${currentUser()}', ?) where id_ = ?")
                .param(PROBE)
                .param(id)
                .update();
        for (String way : List.of("list", "count", "singleResult")) {
            assertThat(visitors.as("admin")
                            .engineGet("filter/" + id + "/" + way)
                            .statusCode())
                    .as(way)
                    .isGreaterThanOrEqualTo(400);
            assertThat(visitors.as("admin")
                            .enginePost("filter/" + id + "/" + way, "{\"name\":\"x\"}")
                            .statusCode())
                    .as(way)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThatThrownBy(() -> engine.getFilterService().count(id)).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(query::list).isInstanceOf(ProcessEngineException.class);
        assertThat(System.getProperty(PROPERTY)).isNull();
        engine.getFilterService().deleteFilter(id);
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
        assertThat(visitors.as("admin")
                        .enginePost("task/count", "{\"orQueries\":[{\"dueBeforeExpression\":\"" + date + "\"}]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void everySharedInboxWorksForStaff() {
        Visitor staff = visitors.as("sodulichCoordinator");
        for (Filter filter : engine.getFilterService().createTaskFilterQuery().list()) {
            if (!filter.getName().equals("Tất cả")) {
                assertThat(staff.engineGet("filter/" + filter.getId() + "/list").statusCode())
                        .as(filter.getName())
                        .isEqualTo(200);
                assertThat(staff.enginePost("filter/" + filter.getId() + "/count", "{\"nameLike\":\"%a%\"}")
                                .statusCode())
                        .as(filter.getName())
                        .isEqualTo(200);
            }
        }
    }

    private record Probe(String path, String body) {}

    private List<Probe> probes(String field) {
        String flat = "{\"" + field + "\":\"" + PROBE + "\"}";
        List<String> queries = List.of(
                flat,
                "{\"orQueries\":[" + flat + "]}",
                "{\"orQueries\":[" + flat + "],\"orQueries\":[]}",
                "{\"orQueries\":[{\"orQueries\":[" + flat + "]}]}");
        Stream<Probe> asked = Stream.of(
                        "task",
                        "task/count",
                        "filter/" + inbox + "/list",
                        "filter/" + inbox + "/count",
                        "filter/" + inbox + "/singleResult")
                .flatMap(path -> queries.stream().map(query -> new Probe(path, query)));
        Stream<Probe> stored = queries.stream()
                .map(query -> new Probe(
                        "filter/create",
                        "{\"resourceType\":\"Task\",\"name\":\"probe\",\"properties\":{},\"query\":" + query + "}"));
        return Stream.concat(asked, stored).toList();
    }
}
