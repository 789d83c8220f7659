package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import nepsong.security.RunningApplication;
import nepsong.security.Visitor;
import nepsong.security.Visitors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people may and may not do with the engine's services, in Java and over HTTP. */
@RunningApplication
class GuardedServicesTest {

    private static final String OWNER = "member1";
    private static final String COLLEAGUE = "member2";
    private static final String STRANGER = "sodulichHead";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Visitors visitors;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private SafetyCheck safety;

    @Autowired
    private JdbcClient jdbc;

    private TaskService tasks;
    private String deployment;
    private Task task;
    private Comment comment;
    private Attachment attachment;

    @BeforeEach
    void aTaskOfTheTeamThatMember1HasClaimed() {
        tasks = engine.getTaskService();
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "guarded.bpmn",
                        Bpmn.createExecutableProcess("guarded")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("work")
                                .camundaCandidateGroups("teamMembers")
                                .userTask("next")
                                .camundaCandidateGroups("headOfTeam")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        engine.getRuntimeService().startProcessInstanceByKey("guarded");
        task = tasks.createTaskQuery().processDefinitionKey("guarded").singleResult();
        comment = tasks.createComment(task.getId(), task.getProcessInstanceId(), "riêng của đoàn");
        attachment =
                tasks.createAttachment("text", task.getId(), null, "tệp", "", new ByteArrayInputStream(new byte[] {1}));
        as(OWNER, "teamMembers", () -> tasks.claim(task.getId(), OWNER));
    }

    @AfterEach
    void takeItAway() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void aTaskThatAColleagueHasClaimedIsTheirsAlone() {
        String id = task.getId();
        refused(COLLEAGUE, "teamMembers", () -> tasks.complete(id), "đang do người khác");
        refused(COLLEAGUE, "teamMembers", () -> tasks.resolveTask(id), "đang do người khác");
        refused(COLLEAGUE, "teamMembers", () -> tasks.claim(id, COLLEAGUE), "đã có người khác");
        refused(COLLEAGUE, "teamMembers", () -> tasks.claim(id, null), "cho chính mình");
        refused(COLLEAGUE, "teamMembers", () -> tasks.setAssignee(id, null), "không còn mở hoặc không được giao");
        refused(COLLEAGUE, "teamMembers", () -> tasks.setAssignee(id, COLLEAGUE), "không còn mở hoặc không được giao");
        refused(OWNER, "teamMembers", () -> tasks.claim(id, COLLEAGUE), "cho chính mình");
        Visitor colleague = visitors.as(COLLEAGUE);
        assertThat(colleague.enginePost("task/" + id + "/complete", "{}").body())
                .contains("đang do người khác");
        assertThat(colleague
                        .enginePost("task/" + id + "/claim", "{\"userId\":\"" + COLLEAGUE + "\"}")
                        .body())
                .contains("đã có người khác")
                .as("nothing was filled in that could be mended")
                .doesNotContain("đề nghị sửa");
        assertThat(tasks.createTaskQuery().taskId(id).singleResult().getAssignee())
                .isEqualTo(OWNER);
    }

    @Test
    void aStrangerGetsTheAnswerOfATaskThatDoesNotExist() {
        Visitor stranger = visitors.as(STRANGER);
        String unknown = "7e3ab1f0-0000-11f0-8000-000000000000";
        for (String call : List.of("/complete", "/submit-form", "/claim", "/unclaim", "/comment/create")) {
            String body = call.equals("/claim") ? "{\"userId\":\"" + STRANGER + "\"}" : "{\"message\":\"x\"}";
            body = call.equals("/complete") || call.equals("/submit-form") || call.equals("/unclaim") ? "{}" : body;
            var real = stranger.enginePost("task/" + task.getId() + call, body);
            var unreal = stranger.enginePost("task/" + unknown + call, body);
            assertThat(real.statusCode()).as(call).isGreaterThanOrEqualTo(400).isEqualTo(unreal.statusCode());
            assertThat(real.body().replace(task.getId(), unknown)).as(call).isEqualTo(unreal.body());
        }
        assertThat(tasks.getTaskComments(task.getId())).hasSize(1);
    }

    @Test
    void aCommentOnWhatOneMayNotSeeOrWithoutAWordIsRefusedInWordsThatAPersonReads() {
        String comment = "task/" + task.getId() + "/comment/create";
        for (String person : List.of(STRANGER, "manager", "admin")) {
            assertThat(visitors.as(person).enginePost(comment, "{\"message\":\"x\"}"))
                    .as(person)
                    .satisfies(answer -> isRefused(answer, "Không có việc hay ý kiến này, hoặc không dành cho bạn"));
        }
        for (String wordless : List.of("{}", "{\"message\":\" \"}")) {
            isRefused(visitors.as(OWNER).enginePost(comment, wordless), "Ý kiến chưa có nội dung");
        }
        assertThat(tasks.getTaskComments(task.getId())).hasSize(1);
    }

    @Test
    void aValueThatIsNotOfTheKindItIsSaidToBeIsRefusedWithItsField() {
        String definition = task.getProcessDefinitionId();
        for (String way : List.of(
                "task/" + task.getId() + "/complete",
                "task/" + task.getId() + "/submit-form",
                "process-definition/" + definition + "/submit-form")) {
            isRefused(
                    visitors.as(OWNER)
                            .enginePost(
                                    way,
                                    """
                                    {"variables":{"sound":{"value":"x","type":"String"},"many":{"value":"x","type":"Integer"},
                                    "day":{"value":"x","type":"Date"},"odd":{"value":1,"type":"Nonsense"}}}"""),
                    "Chưa gửi được, đề nghị sửa:"
                            + "\\n• Trường “many” có kiểu dữ liệu không nhận"
                            + "\\n• Trường “day” có kiểu dữ liệu không nhận"
                            + "\\n• Trường “odd” có kiểu dữ liệu không nhận\"");
        }
    }

    /** By the web API, which reads the values first, and by the form that they are for. */
    @Test
    void aValueOfTheWrongKindIsRefusedWithTheWordsOfItsFormForWhoeverHasTheTask() {
        ProbeForms probes = new ProbeForms(engine);
        Task draft = probes.openFor(OWNER, "teamMembers").get("evaluation.draft-report");
        String start = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("inspection-cycle")
                .latestVersion()
                .singleResult()
                .getId();
        try {
            for (String way : List.of("complete", "submit-form")) {
                String address = "task/" + draft.getId() + "/" + way;
                for (String wrong : List.of(
                        "{\"value\":\"x\",\"type\":\"Integer\"}",
                        "{\"value\":\"{\",\"type\":\"Json\"}",
                        "{\"value\":\"eA==\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"x\"}}")) {
                    String body = "{\"variables\":{\"section8\":%s}}".formatted(wrong);
                    isRefused(visitors.as(OWNER).enginePost(address, body), "Trường “VIII. ");
                    assertThat(visitors.as(STRANGER).enginePost(address, body).body())
                            .doesNotContain("VIII. ");
                }
            }
            isRefused(
                    visitors.as("office")
                            .enginePost(
                                    "process-definition/" + start + "/submit-form",
                                    "{\"variables\":{\"year\":{\"value\":\"x\",\"type\":\"Integer\"}}}"),
                    "Trường “Năm");
        } finally {
            probes.takeAway();
        }
    }

    private static void isRefused(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"type\":\"FormRefused\"", reason);
    }

    @Test
    void aRefusalIsAnAnswerAndNotLoggedAsAFailureOfTheServer() {
        String id = task.getId();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger webApi = (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.rest.exception");
        webApi.addAppender(log);
        List<HttpResponse<String>> answers = List.of(
                visitors.as(COLLEAGUE).enginePost("task/" + id + "/claim", "{\"userId\":\"" + COLLEAGUE + "\"}"),
                visitors.as(COLLEAGUE).enginePost("task/" + id + "/unclaim", "{}"),
                visitors.as(COLLEAGUE).enginePost("task/" + id + "/complete", "{}"),
                visitors.as(COLLEAGUE).enginePost("task/" + id + "/submit-form", "{}"),
                visitors.as("manager").enginePost("task/" + id + "/assignee", "{\"userId\":\"" + STRANGER + "\"}"));
        webApi.detachAppender(log);

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"type\":\"FormRefused\"").doesNotContain("Cannot");
        });
        assertThat(log.list).isEmpty();
    }

    @Test
    void eachMemberOfTheGroupThatATaskIsOfferedToIsToldOnceAndNotWhoTakesIt() {
        assertThat(jdbc.sql("select recipient_person from outbox where mail_key like ?")
                        .param("task.assigned/" + task.getId() + "/%")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("member1", "member2", "member3", "member4", "member5");
    }

    @Test
    void nobodyThrowsErrorsIntoAProcessOrChangesWhatItSaysOfATask() {
        String id = task.getId();
        for (ThrowingCallable shortcut : List.<ThrowingCallable>of(
                () -> tasks.handleBpmnError(id, "any"),
                () -> tasks.handleEscalation(id, "any"),
                () -> tasks.delegateTask(id, COLLEAGUE),
                () -> tasks.setOwner(id, OWNER),
                () -> tasks.setPriority(id, 1),
                () -> tasks.setName(id, "x"),
                () -> tasks.setDescription(id, "x"),
                () -> tasks.setDueDate(id, null),
                () -> tasks.setFollowUpDate(id, null),
                () -> tasks.addCandidateGroup(id, "council"),
                () -> tasks.addCandidateUser(id, STRANGER),
                () -> tasks.deleteCandidateGroup(id, "teamMembers"),
                () -> tasks.deleteTask(id),
                () -> tasks.saveTask(task),
                () -> tasks.newTask())) {
            refused(OWNER, "teamMembers", shortcut, "chỉ thay đổi qua biểu mẫu");
            refused("admin", "camunda-admin", shortcut, "chỉ thay đổi qua biểu mẫu");
        }
        refused(
                "admin",
                "camunda-admin",
                () -> engine.getRepositoryService()
                        .createDeployment()
                        .addString("x.bpmn", "<x/>")
                        .deploy(),
                "chỉ thay đổi qua biểu mẫu");
        String definition = task.getProcessDefinitionId();
        MigrationPlan plan = engine.getRuntimeService()
                .createMigrationPlan(definition, definition)
                .mapActivities("work", "next")
                .setVariables(Map.of("decision", "approve"))
                .build();
        String instance = task.getProcessInstanceId();
        refused(
                "admin",
                "camunda-admin",
                () -> engine.getRuntimeService()
                        .newMigration(plan)
                        .processInstanceIds(instance)
                        .execute(),
                "chỉ thay đổi qua biểu mẫu");
        refused(
                "admin",
                "camunda-admin",
                () -> engine.getRuntimeService()
                        .newMigration(plan)
                        .processInstanceIds(instance)
                        .executeAsync(),
                "chỉ thay đổi qua biểu mẫu");
        for (String way : List.of("execute", "executeAsync")) {
            assertThat(visitors.as("admin").enginePost("migration/" + way, "{}").statusCode())
                    .as(way)
                    .isEqualTo(403);
        }
        assertThat(tasks.createTaskQuery().processInstanceId(instance).singleResult())
                .extracting(Task::getTaskDefinitionKey)
                .isEqualTo("work");
        AuthorizationService grants = engine.getAuthorizationService();
        Authorization grant = grants.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId("admin");
        grant.setResource(Resources.DEPLOYMENT);
        grant.addPermission(Permissions.CREATE);
        refused("admin", "camunda-admin", () -> grants.saveAuthorization(grant), "chỉ thay đổi qua biểu mẫu");
    }

    @Test
    void commentsAndAttachmentsAreThoseOfTasksThatOneMaySee() {
        String id = task.getId();
        as(STRANGER, "headAtsodulich", () -> {
            assertThat(tasks.getTaskComments(id)).isEmpty();
            assertThat(tasks.getTaskComment(id, comment.getId())).isNull();
            assertThat(tasks.getProcessInstanceComments(task.getProcessInstanceId()))
                    .isEmpty();
            assertThat(tasks.getTaskEvents(id)).isEmpty();
            assertThat(tasks.getTaskAttachments(id)).isEmpty();
            assertThat(tasks.getProcessInstanceAttachments(task.getProcessInstanceId()))
                    .isEmpty();
            assertThat(tasks.getAttachment(attachment.getId())).isNull();
            assertThat(tasks.getAttachmentContent(attachment.getId())).isNull();
            assertThat(tasks.getTaskAttachment(id, attachment.getId())).isNull();
            assertThat(tasks.getTaskAttachmentContent(id, attachment.getId())).isNull();
        });
        for (String[] person : new String[][] {{STRANGER, "headAtsodulich"}, {"admin", "camunda-admin"}}) {
            for (ThrowingCallable change : List.<ThrowingCallable>of(
                    () -> tasks.createComment(id, null, "x"),
                    () -> tasks.createComment(null, task.getProcessInstanceId(), "x"),
                    () -> tasks.updateTaskComment(id, comment.getId(), "x"),
                    () -> tasks.deleteTaskComment(id, comment.getId()),
                    () -> tasks.deleteTaskComments(id),
                    () -> tasks.deleteProcessInstanceComment(task.getProcessInstanceId(), comment.getId()),
                    () -> tasks.deleteProcessInstanceComments(task.getProcessInstanceId()),
                    () -> tasks.createAttachment("text", id, null, "x", "", "url"),
                    () -> tasks.createAttachment("text", null, task.getProcessInstanceId(), "x", "", "url"),
                    () -> tasks.saveAttachment(attachment),
                    () -> tasks.deleteAttachment(attachment.getId()),
                    () -> tasks.deleteTaskAttachment(id, attachment.getId()))) {
                refused(person[0], person[1], change, "Chưa gửi được");
            }
        }
        as(OWNER, "teamMembers", () -> {
            assertThat(tasks.getTaskComments(id)).hasSize(1);
            assertThat(tasks.getAttachmentContent(attachment.getId())).isNotNull();
            String own = tasks.createComment(id, task.getProcessInstanceId(), "của tôi")
                    .getId();
            tasks.deleteTaskComment(id, own);
        });
        refused(OWNER, "teamMembers", () -> tasks.deleteTaskComment(id, comment.getId()), "Chỉ người đã viết");
        refused(OWNER, "teamMembers", () -> tasks.createComment(id, "another-instance", "x"), "Không có việc");
        assertThat(tasks.getTaskComments(id)).hasSize(1);
        assertThat(tasks.getTaskAttachments(id)).hasSize(1);
    }

    @Test
    void aFinishedTaskKeepsItsCommentsForThoseWhoHadItAlone() {
        as(OWNER, "teamMembers", () -> tasks.complete(task.getId()));
        as(OWNER, "teamMembers", () -> assertThat(tasks.getTaskComments(task.getId()))
                .hasSize(1));
        for (String[] other : new String[][] {{STRANGER, "headAtsodulich"}, {"admin", "camunda-admin"}}) {
            as(other[0], other[1], () -> assertThat(tasks.getTaskComments(task.getId()))
                    .isEmpty());
            as(other[0], other[1], () -> assertThat(tasks.getTaskAttachments(task.getId()))
                    .isEmpty());
        }
    }

    @Test
    void noObjectOfJavaIsTakenInAForm() {
        for (String gadget : List.of(
                "org.apache.commons.collections.functors.InvokerTransformer",
                "com.sun.rowset.JdbcRowSetImpl",
                "javax.script.ScriptEngineManager",
                "java.util.ArrayList",
                "nepsong.organisation.Person")) {
            for (String format : List.of("application/x-java-serialized-object", "application/json")) {
                var object = Variables.serializedObjectValue("{}")
                        .serializationDataFormat(format)
                        .objectTypeName(gadget)
                        .create();
                refused(OWNER, "teamMembers", () -> tasks.complete(task.getId(), Map.of("a", object)), "không nhận");
                assertThat(visitors.as(OWNER)
                                .enginePost(
                                        "task/" + task.getId() + "/complete",
                                        """
                                        {"variables":{"a":{"type":"Object","value":"{}","valueInfo":
                                        {"objectTypeName":"%s","serializationDataFormat":"%s"}}}}"""
                                                .formatted(gadget, format))
                                .statusCode())
                        .as(gadget)
                        .isEqualTo(400);
            }
        }
        refused(
                OWNER,
                "teamMembers",
                () -> tasks.complete(
                        task.getId(),
                        Map.of("a", Variables.objectValue(Map.of("a", 1)).create())),
                "không nhận");
        refused(
                OWNER,
                "teamMembers",
                () -> tasks.complete(task.getId(), Map.of("a", new StringBuilder())),
                "không nhận");
    }

    @Test
    void noOtherScriptEngineIsThereOrWouldBeUsed() {
        assertThat(new ScriptEngineManager().getEngineFactories().stream().map(ScriptEngineFactory::getEngineName))
                .allMatch(name -> name.toLowerCase().contains("juel")
                        || name.toLowerCase().contains("feel"));
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        for (String language :
                List.of("groovy", "javascript", "ECMAScript", "python", "jruby", "nashorn", "graal.js")) {
            assertThat(settings.getScriptEngineResolver().getScriptEngine(language, false))
                    .as(language)
                    .isNull();
        }
        assertThat(settings.getScriptEngineResolver().getScriptEngine("juel", false))
                .isNotNull();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isEnableHistoricInstancePermissions()).isTrue();
        assertThat(settings.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(settings.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
    }

    /** Of all beans a model reaches those that are its own to call, and from these no class. */
    @Test
    void aModelReachesOurAdaptersAndNothingElse() {
        List<String> reached = Arrays.stream(beans.getBeanDefinitionNames())
                .filter(bean -> bean.matches("[a-z]\\w*"))
                .filter(bean -> isReached("#{" + bean + "}"))
                .toList();
        assertThat(reached)
                .containsExactlyInAnyOrder(
                        "blocAppealsTasks",
                        "blocInspectionTasks",
                        "commendationTasks",
                        "crossInspectionTasks",
                        "dailyDigestTasks",
                        "deadlines",
                        "directiveTasks",
                        "evaluationTasks",
                        "followUpTasks",
                        "inspectionCycleTasks",
                        "names",
                        "selfAssessmentTasks");
        for (String way : List.of(
                "#{names.class}",
                "#{names.getClass()}",
                "#{''.getClass()}",
                "#{''.class.forName('java.lang.Runtime')}",
                "#{deadlines['class']}",
                "#{systemProperties}",
                "#{environment}")) {
            assertThat(isReached(way)).as(way).isFalse();
        }
    }

    private boolean isReached(String expression) {
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return settings.getCommandExecutorTxRequired().execute(context -> {
            try {
                return settings.getExpressionManager()
                                .createExpression(expression)
                                .getValue(StartProcessVariableScope.getSharedInstance())
                        != null;
            } catch (ProcessEngineException outOfReach) {
                return false;
            }
        });
    }

    /** In profile prod it refuses to start (UnsafeStartTest); everywhere else it says why it would. */
    @Test
    void outsideOfProductionWhatIsUnsafeIsAWarningWithALineForEachReason() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger warnings = (Logger) LoggerFactory.getLogger(SafetyCheck.class);
        warnings.addAppender(log);
        safety.refuseWhatIsUnsafe();
        safety.warnOfWhatIsUnsafe();
        warnings.detachAppender(log);

        List<String> reasons = SafetyPolicy.reasons(safety.facts());
        assertThat(reasons).hasSizeGreaterThanOrEqualTo(3).anyMatch(reason -> reason.contains("the database is H2"));
        assertThat(log.list).singleElement().satisfies(warning -> {
            assertThat(warning.getLevel()).isEqualTo(Level.WARN);
            assertThat(warning.getFormattedMessage().lines().skip(1))
                    .hasSameSizeAs(reasons)
                    .allMatch(line -> reasons.stream().anyMatch(line::endsWith));
        });
    }

    @Test
    void whoAdministersHasNoOtherRole() {
        for (String[] membership :
                new String[][] {{"admin", "headOfTeam"}, {"admin", "staff"}, {OWNER, "camunda-admin"}}) {
            refused(
                    "admin",
                    "camunda-admin",
                    () -> engine.getIdentityService().createMembership(membership[0], membership[1]),
                    "không kiêm vai trò khác");
        }
        String path = "/camunda/api/engine/engine/" + engine.getName() + "/group/council/members/admin";
        assertThat(visitors.as("admin")
                        .send("PUT", path, "application/json", "{}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPersonsQueryIsBound() {
        as(OWNER, "teamMembers", () -> {
            assertThatThrownBy(() -> tasks.createTaskQuery().list()).isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> tasks.createTaskQuery().listPage(0, 100_000))
                    .isInstanceOf(BadUserRequestException.class);
            assertThat(tasks.createTaskQuery().listPage(0, 100)).isNotEmpty();
        });
    }

    private void refused(String person, String group, ThrowingCallable work, String reason) {
        as(person, group, () -> assertThatThrownBy(work)
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining(reason));
    }

    private void as(String person, String group, Runnable work) {
        engine.getIdentityService().setAuthentication(person, List.of(group, "staff"));
        try {
            work.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
