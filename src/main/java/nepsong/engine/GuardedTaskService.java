package nepsong.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import nepsong.cycle.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The task service at our terms. A person completes only a task that they have claimed, with what its form declares
 * and its rules accept; releases only their own; and is put in charge of a task only as a member of its group. A person
 * throws no error or escalation into a process. The system, which is nobody, is bound by the forms alone.
 */
class GuardedTaskService extends TaskServiceImpl {

    private final FormDesk desk;
    private final JdbcClient jdbc;

    GuardedTaskService(FormDesk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        RefusalFilter.remember(
                () -> commandExecutor.execute(context -> handIn(context, taskId, variables, false, false)));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserializeValues) {
        return RefusalFilter.remember(
                () -> commandExecutor.execute(context -> handIn(context, taskId, variables, true, deserializeValues)));
    }

    @Override
    public void resolveTask(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> variables) {
        complete(taskId, variables);
    }

    private VariableMap handIn(
            CommandContext context,
            String taskId,
            @Nullable Map<String, Object> variables,
            boolean returnVariables,
            boolean deserialize) {
        awaitTurn(taskId);
        TaskEntity task = openTask(context, taskId);
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
        String user = context.getAuthenticatedUserId();
        if (user != null && !user.equals(task.getAssignee())) {
            throw refused(
                    task.getAssignee() == null
                            ? "Việc này chưa có người nhận: hãy nhận việc trước, rồi mới hoàn thành"
                            : "Việc này đang do người khác (" + task.getAssignee()
                                    + ") thực hiện; chỉ người đã nhận việc mới hoàn thành được");
        }
        Map<String, Object> routing = desk.handIn(context, task, variables);
        return new CompleteTaskCmd(taskId, routing, returnVariables, deserialize).execute(context);
    }

    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        commandExecutor.execute(context -> {
            TaskEntity task = openTask(context, taskId);
            String user = context.getAuthenticatedUserId();
            AssignTaskCmd assign = new AssignTaskCmd(taskId, userId);
            if (user == null) {
                return assign.execute(context);
            }
            if (userId == null && user.equals(task.getAssignee())) {
                return context.runWithoutAuthorization(() -> assign.execute(context));
            }
            if (userId != null && !mayBeGiven(context, task, userId)) {
                throw refused("Chỉ giao việc này cho người thuộc nhóm được giao: " + userId + " không thuộc nhóm");
            }
            return assign.execute(context);
        });
    }

    private static boolean mayBeGiven(CommandContext context, TaskEntity task, String userId) {
        IdentityService identity = context.getProcessEngineConfiguration().getIdentityService();
        return task.getIdentityLinks().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> userId.equals(link.getUserId())
                        || link.getGroupId() != null
                                && context.runWithoutAuthorization(() -> identity.createUserQuery()
                                                .userId(userId)
                                                .memberOfGroup(link.getGroupId())
                                                .count())
                                        > 0);
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        refuseToPersons("Không chuyển việc cho người khác tại đây; người quản lý giao lại việc trong nhóm");
        super.delegateTask(taskId, userId);
    }

    @Override
    public void handleBpmnError(
            String taskId, String errorCode, @Nullable String errorMessage, @Nullable Map<String, Object> variables) {
        refuseToPersons("Không ai được tự báo lỗi nghiệp vụ vào quy trình");
        super.handleBpmnError(taskId, errorCode, errorMessage, variables);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, @Nullable Map<String, Object> variables) {
        refuseToPersons("Không ai được tự báo cáo vượt cấp vào quy trình");
        super.handleEscalation(taskId, escalationCode, variables);
    }

    private void refuseToPersons(String reason) {
        String user = commandExecutor.execute(CommandContext::getAuthenticatedUserId);
        if (user != null) {
            throw refused(reason);
        }
    }

    /** A double click hands in twice at once: the second waits for the first, and then finds the task done. */
    private void awaitTurn(String taskId) {
        jdbc.sql("select id_ from act_ru_task where id_ = ? for update")
                .param(taskId)
                .query(String.class)
                .optional();
    }

    private static TaskEntity openTask(CommandContext context, String taskId) {
        TaskEntity task = context.getTaskManager().findTaskById(Objects.requireNonNull(taskId, "taskId"));
        if (task == null) {
            throw refused("Việc này không còn mở: đã được hoàn thành hoặc thu hồi. Hãy tải lại danh sách việc");
        }
        return task;
    }

    private static FormRefusedException refused(String reason) {
        return new FormRefusedException(List.of(Refusal.of("", reason)));
    }
}
