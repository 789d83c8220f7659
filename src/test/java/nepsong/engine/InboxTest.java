package nepsong.engine;

import static nepsong.organisation.Demonstration.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import nepsong.security.RunningApplication;
import nepsong.security.Visitor;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningApplication
class InboxTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private InboxFilters filters;

    private String deployment;
    private String task;

    @BeforeEach
    void offerATaskToTheHeadOfBaDinh() {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "inbox.bpmn",
                        Bpmn.createExecutableProcess("inbox")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("work")
                                .camundaCandidateGroups("headAtqbadinh")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        ProcessInstance instance = engine.getRuntimeService().startProcessInstanceByKey("inbox");
        Task open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        open.setDueDate(Date.from(Instant.now().plus(Duration.ofDays(1))));
        engine.getTaskService().saveTask(open);
        task = open.getId();
    }

    @AfterEach
    void takeItAway() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void aTaskMovesFromTheGroupsInboxToOnesOwnAndBack() {
        Visitor head = loggedIn("qbadinhHead");
        assertThat(count(head, InboxFilters.UNCLAIMED)).isEqualTo(1);
        assertThat(count(head, InboxFilters.MY_GROUPS)).isEqualTo(1);
        assertThat(count(head, InboxFilters.MINE)).isZero();
        assertThat(count(head, InboxFilters.DUE_SOON)).isEqualTo(1);
        assertThat(count(head, InboxFilters.OVERDUE)).isZero();
        assertThat(head.enginePost("task/" + task + "/claim", "{\"userId\":\"qbadinhHead\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(count(head, InboxFilters.MINE)).isEqualTo(1);
        assertThat(count(head, InboxFilters.UNCLAIMED)).isZero();
        assertThat(count(head, InboxFilters.MY_GROUPS)).isEqualTo(1);
        assertThat(head.enginePost("task/" + task + "/unclaim", "{}").statusCode())
                .isEqualTo(204);
        assertThat(count(head, InboxFilters.UNCLAIMED)).isEqualTo(1);
    }

    @Test
    void anotherUnitSeesNothingOfIt() {
        Visitor stranger = loggedIn("qhoankiemHead");
        for (String filter : InboxFilters.SHARED) {
            assertThat(count(stranger, filter)).as(filter).isZero();
        }
        assertThat(stranger.engineGet("task/" + task).statusCode()).isIn(403, 404);
        assertThat(stranger.enginePost("task/" + task + "/claim", "{\"userId\":\"qhoankiemHead\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .isNull();
    }

    @Test
    void anOverdueTaskIsInItsInboxAndOneOfNextWeekInNeither() {
        Visitor head = loggedIn("qbadinhHead");
        due(Duration.ofDays(-1));
        assertThat(count(head, InboxFilters.OVERDUE)).isEqualTo(1);
        assertThat(count(head, InboxFilters.DUE_SOON)).isZero();
        due(Duration.ofDays(4));
        assertThat(count(head, InboxFilters.OVERDUE)).isZero();
        assertThat(count(head, InboxFilters.DUE_SOON)).isZero();
    }

    private void due(Duration fromNow) {
        Task open = engine.getTaskService().createTaskQuery().taskId(task).singleResult();
        open.setDueDate(Date.from(Instant.now().plus(fromNow)));
        engine.getTaskService().saveTask(open);
    }

    /** One statement counts them all. */
    @Test
    void theNumberBesideAnInboxIsWhatTheInboxHolds() {
        Visitor head = loggedIn("qbadinhHead");
        for (Duration due : List.of(Duration.ofDays(-1), Duration.ofDays(1), Duration.ofDays(4))) {
            due(due);
            for (String holder : new String[] {null, "qbadinhHead"}) {
                engine.getTaskService().setAssignee(task, holder);
                String counted = head.get("/api/tasks/counts").body();
                assertThat(InboxFilters.SHARED).allSatisfy(inbox -> assertThat(counted)
                        .as("due in %s, held by %s", due, holder)
                        .contains("\"" + inbox + "\":" + count(head, inbox) + ","));
            }
        }
    }

    @Test
    void whatWasReturnedHasAnInboxOfItsOwn() {
        Visitor head = loggedIn("qbadinhHead");
        assertThat(count(head, InboxFilters.RETURNED)).isZero();
        engine.getTaskService().setVariableLocal(task, ReturnedTasks.RETURNED, true);
        assertThat(count(head, InboxFilters.RETURNED)).isEqualTo(1);
        assertThat(count(loggedIn("qhoankiemHead"), InboxFilters.RETURNED)).isZero();
        assertThat(head.get("/api/tasks/counts").body())
                .contains("\"" + InboxFilters.RETURNED + "\":1", "\"" + InboxFilters.UNCLAIMED + "\":1");
    }

    @Test
    void whatBelongsToNoCycleNamesNone() {
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey("inbox", "khen-thuong/a5af31b1-aa53")
                .getId();
        Task open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
        assertThat(loggedIn("qbadinhHead")
                        .get("/api/tasks/places?task=" + open.getId())
                        .body())
                .contains("\"cycle\":\"\"");
    }

    @Test
    void whatIsSortedByNameStandsAsInAVietnameseDictionary() {
        List<String> names = List.of("Xem kết quả", "Cho ý kiến", "Đánh giá", "Cấu hình", "Dự thảo", "cảnh báo");
        for (String name : names) {
            String instance = engine.getRuntimeService()
                    .startProcessInstanceByKey("inbox")
                    .getId();
            Task named = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult();
            named.setName(name);
            engine.getTaskService().saveTask(named);
        }
        String path = "filter/" + filters.ensure().get(InboxFilters.MY_GROUPS) + "/list?firstResult=0&maxResults=15";
        Visitor head = loggedIn("qbadinhHead");
        Map.of(
                        "asc", List.of("cảnh báo", "Cấu hình", "Cho ý kiến", "Dự thảo", "Đánh giá", "Xem kết quả"),
                        "desc", List.of("Xem kết quả", "Đánh giá", "Dự thảo", "Cho ý kiến", "Cấu hình", "cảnh báo"))
                .forEach((order, sorted) -> assertThat(head.enginePost(
                                        path,
                                        """
                                                {"sorting":[{"sortBy":"nameCaseInsensitive","sortOrder":"%s"}]}"""
                                                .formatted(order))
                                .body())
                        .containsSubsequence(sorted));
    }

    @Test
    void everybodySeesTheSharedInboxesAndManagersTheWholeToo() {
        assertThat(loggedIn("council1").engineGet("filter?resourceType=Task").body())
                .contains(InboxFilters.SHARED)
                .doesNotContain("\"name\":\"" + InboxFilters.ALL + "\"");
        assertThat(loggedIn("manager").engineGet("filter?resourceType=Task").body())
                .contains(InboxFilters.ALL)
                .contains(InboxFilters.MINE);
    }

    @Test
    void anInboxOfAnEarlierVersionIsMendedAndWhatIsRightIsLeftAlone() {
        filters.ensure();
        FilterEntity inbox = stored();
        int revision = inbox.getRevision();
        filters.ensure();
        assertThat(stored().getRevision()).isEqualTo(revision);

        inbox.setQuery(
                engine.getTaskService().createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"));
        engine.getFilterService().saveFilter(inbox);
        filters.ensure();
        assertThat(stored().getQueryInternal()).contains("taskCandidateUser").doesNotContain("currentUserGroups");
    }

    private FilterEntity stored() {
        return (FilterEntity) engine.getFilterService()
                .createTaskFilterQuery()
                .filterName(InboxFilters.MY_GROUPS)
                .singleResult();
    }

    private Visitor loggedIn(String person) {
        Visitor visitor = new Visitor(port, engine.getName());
        visitor.logIn(person, PASSWORD);
        return visitor;
    }

    private int count(Visitor visitor, String filter) {
        String id = filters.ensure().get(filter);
        String body = visitor.engineGet("filter/" + id + "/count").body();
        assertThat(body).startsWith("{\"count\":");
        return Integer.parseInt(body.replaceAll("\\D", ""));
    }
}
