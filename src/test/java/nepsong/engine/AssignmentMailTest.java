package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import nepsong.notification.MailTemplates;
import nepsong.notification.QueuedMail;
import nepsong.notification.QueuedMails;
import nepsong.security.RunningApplication;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.ParallelGatewayBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told of a task when it is made, of what, and when nobody is. */
@RunningApplication
class AssignmentMailTest {

    private static final String PROCESS = "told";
    private static final String NAME = "Rà soát hồ sơ – Quận Ba Đình";
    private static final String WHAT_TO_DO = "Đọc hồ sơ và cho ý kiến, để Đoàn kết luận.";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private QueuedMails mails;

    @Autowired
    private MailTemplates templates;

    private String deployment = "";
    private int toldBefore;

    @BeforeEach
    void asManyWereToldOfOtherTasks() {
        toldBefore = mails.count(null, NAME);
    }

    @AfterEach
    void takeItAway() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void whoeverATaskIsOfferedToReadsWhatToDoByWhenAndWhereInBothForms() {
        Task task = start(fork -> fork.userTask("work")
                .name(NAME)
                .documentation(WHAT_TO_DO)
                .camundaDueDate("2033-05-06T17:00:00+07:00")
                .camundaCandidateGroups("teamMembers"));

        assertThat(told())
                .extracting(QueuedMail::person)
                .containsExactlyInAnyOrder("member1", "member2", "member3", "member4", "member5");
        assertThat(told()).allSatisfy(mail -> {
            assertThat(mail.subject()).isEqualTo("[QTƯX] Việc mới: " + NAME);
            for (String form : List.of(templates.text(mail), templates.html(mail))) {
                assertThat(form)
                        .contains(
                                mail.name(),
                                NAME,
                                WHAT_TO_DO,
                                "06/05/2033",
                                "/camunda/app/tasklist/default/#/?task=" + task.getId());
            }
        });
    }

    @Test
    void whoHasATaskFromTheBeginningIsToldAlone() {
        start(fork -> fork.userTask("work").name(NAME).camundaAssignee("member3"));

        assertThat(told()).extracting(QueuedMail::person).containsExactly("member3");
    }

    @Test
    void nobodyIsToldOfATaskWhoseTransactionFails() {
        assertThatThrownBy(() -> start(fork -> fork.userTask("work")
                        .name(NAME)
                        .camundaCandidateGroups("teamMembers")
                        .endEvent()
                        .moveToNode("fork")
                        .serviceTask("fails")
                        .camundaExpression("#{names.nothing(execution)}")))
                .isInstanceOf(ProcessEngineException.class);

        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processDefinitionKey(PROCESS)
                        .count())
                .isZero();
        assertThat(told()).isEmpty();
    }

    private Task start(Function<ParallelGatewayBuilder, AbstractFlowNodeBuilder<?, ?>> work) {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "told.bpmn",
                        work.apply(Bpmn.createExecutableProcess(PROCESS)
                                        .camundaHistoryTimeToLive(1)
                                        .startEvent()
                                        .parallelGateway("fork"))
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        engine.getRuntimeService().startProcessInstanceByKey(PROCESS);
        return engine.getTaskService()
                .createTaskQuery()
                .processDefinitionKey(PROCESS)
                .singleResult();
    }

    /** Since the test began; the newest come first. */
    private List<QueuedMail> told() {
        List<QueuedMail> all = mails.search(null, NAME, 0, 100);
        return all.subList(0, all.size() - toldBefore);
    }
}
