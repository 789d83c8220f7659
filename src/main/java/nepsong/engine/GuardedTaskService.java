package nepsong.engine;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The task service at our terms. A person claims for themselves, completes only a task that they have claimed, with
 * what its form declares and its rules accept; releases only their own; and is put in charge of a task only as a member
 * of its group. A task that is not theirs is answered like one that does not exist. The system, which is nobody, is
 * bound by the forms alone. Nobody takes on, or is given, what their form has an objection to their doing.
 */
class GuardedTaskService extends DiscreetTaskService {

    private static final String NOT_OPEN = "Việc này không còn mở hoặc không được giao cho bạn:"
            + " có thể đã được hoàn thành hoặc thu hồi. Hãy tải lại danh sách việc";

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
        boolean drafted = awaitTurn(taskId);
        TaskEntity task = openTask(context, taskId);
        String user = context.getAuthenticatedUserId();
        if (user != null && !user.equals(task.getAssignee())) {
            permit(context, task, CommandChecker::checkTaskWork);
            throw Caller.refusal(
                    task.getAssignee() == null
                            ? "Việc này chưa có người nhận: hãy nhận việc trước, rồi mới hoàn thành"
                            : "Việc này đang do người khác (" + task.getAssignee()
                                    + ") thực hiện; chỉ người đã nhận việc mới hoàn thành được");
        }
        Map<String, Object> routing = desk.handIn(context, task, variables, drafted);
        CompleteTaskCmd complete = new CompleteTaskCmd(taskId, routing, returnVariables, deserialize);
        // The assignee holds the task's grant from the moment of the assignment: no need to ask for it once more.
        return context.runWithoutAuthorization(() -> complete.execute(context));
    }

    @Override
    public void claim(String taskId, @Nullable String userId) {
        commandExecutor.execute(context -> {
            TaskEntity task = ownTask(context, taskId, CommandChecker::checkTaskWork);
            String user = context.getAuthenticatedUserId();
            if (user != null && !user.equals(userId)) {
                throw Caller.notTaken("Mỗi người chỉ nhận việc cho chính mình");
            }
            if (user != null && task.getAssignee() != null && !user.equals(task.getAssignee())) {
                throw Caller.notTaken("Việc này đã có người khác (" + task.getAssignee() + ") nhận");
            }
            if (user != null) {
                desk.objection(context, task, user).ifPresent(reason -> {
                    throw Caller.notTaken(reason);
                });
            }
            return new ClaimTaskCmd(taskId, userId).execute(context);
        });
    }

    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        commandExecutor.execute(context -> {
            String user = context.getAuthenticatedUserId();
            AssignTaskCmd assign = new AssignTaskCmd(taskId, userId);
            if (user != null && userId == null && isHis(context, taskId, user)) {
                return context.runWithoutAuthorization(() -> assign.execute(context));
            }
            TaskEntity task = ownTask(context, taskId, CommandChecker::checkTaskAssign);
            if (user != null && userId != null && !mayBeGiven(context, task, userId)) {
                throw Caller.refusal(
                        "Chỉ giao việc này cho người thuộc nhóm được giao: " + userId + " không thuộc nhóm");
            }
            if (user != null && userId != null) {
                desk.objection(context, task, userId).ifPresent(reason -> {
                    throw Caller.refusal("Không giao được việc này cho " + userId + ", vì người đó sẽ được trả lời: “"
                            + reason + "”");
                });
            }
            return assign.execute(context);
        });
    }

    private static boolean isHis(CommandContext context, String taskId, String user) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        return task != null && user.equals(task.getAssignee());
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

    /**
     * A double click hands in twice at once: the second waits for the first, and then finds the task done. Returns whether
     * the task has a draft, as it is asked in the same breath; none can come meanwhile.
     */
    private boolean awaitTurn(String taskId) {
        return jdbc.sql(
                        """
                        select exists (select 1 from form_drafts where task = id_) from act_ru_task where id_ = ?
                        for update
                        """)
                .param(taskId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The open task, where the caller may do this with it. */
    private TaskEntity ownTask(
            CommandContext context, String taskId, BiConsumer<CommandChecker, TaskEntity> permission) {
        awaitTurn(taskId);
        TaskEntity task = openTask(context, taskId);
        permit(context, task, permission);
        return task;
    }

    private static TaskEntity openTask(CommandContext context, String taskId) {
        TaskEntity task = context.getTaskManager().findTaskById(Objects.requireNonNull(taskId, "taskId"));
        if (task == null) {
            throw Caller.refusal(NOT_OPEN);
        }
        return task;
    }

    private static void permit(
            CommandContext context, TaskEntity task, BiConsumer<CommandChecker, TaskEntity> permission) {
        try {
            context.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> permission.accept(checker, task));
        } catch (AuthorizationException notAllowed) {
            throw Caller.refusal(NOT_OPEN);
        }
    }
}
