package nepsong.engine;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Event;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Comments at our terms. The stock engine shows, adds and deletes them for whoever knows an id; here a person reads those
 * of tasks they may see, adds to open ones, and takes back only their own. What one may not see is answered like what
 * does not exist.
 */
class DiscreetComments extends TaskServiceImpl {

    static final String NOT_HERE = "Không có việc hay ý kiến này, hoặc không dành cho bạn";
    private static final String EMPTY = "Ý kiến chưa có nội dung";
    static final String NOT_YOURS = "Chỉ người đã viết hoặc đính kèm mới sửa, xóa được";

    private <T> T asked(Function<CommandContext, T> question) {
        return commandExecutor.execute(question::apply);
    }

    final boolean maySee(@Nullable String taskId) {
        return asked(context -> Caller.maySeeTask(context, taskId));
    }

    final boolean maySeeInstance(@Nullable String processInstanceId) {
        return asked(context -> Caller.maySeeInstance(context, processInstanceId));
    }

    private static void ensure(boolean allowed, String reason) {
        if (!allowed) {
            throw Caller.refusal(reason);
        }
    }

    /** An open task that the caller sees; and where an instance is named, the task's own. */
    final void ensureOpen(@Nullable String taskId, @Nullable String processInstanceId) {
        if (taskId == null || !asked(Caller::isPerson)) {
            ensure(maySeeInstance(processInstanceId), NOT_HERE);
            return;
        }
        Task task = createTaskQuery().taskId(taskId).singleResult();
        ensure(
                task != null
                        && maySee(taskId)
                        && (processInstanceId == null || processInstanceId.equals(task.getProcessInstanceId())),
                NOT_HERE);
    }

    private void ensureOwn(@Nullable String author) {
        String caller = asked(CommandContext::getAuthenticatedUserId);
        ensure(caller == null || caller.equals(author), NOT_YOURS);
    }

    final void refusePersons(String reason) {
        ensure(!asked(Caller::isPerson), reason);
    }

    @Override
    public Comment createComment(@Nullable String taskId, @Nullable String processInstance, @Nullable String message) {
        ensureOpen(taskId, processInstance);
        ensure(message != null && !message.isBlank(), EMPTY);
        return super.createComment(taskId, processInstance, message);
    }

    @Override
    public List<Comment> getTaskComments(String taskId) {
        return maySee(taskId) ? super.getTaskComments(taskId) : List.of();
    }

    @Override
    public @Nullable Comment getTaskComment(String taskId, String commentId) {
        return maySee(taskId) ? super.getTaskComment(taskId, commentId) : null;
    }

    @Override
    public List<Event> getTaskEvents(String taskId) {
        return maySee(taskId) ? super.getTaskEvents(taskId) : List.of();
    }

    @Override
    public List<Comment> getProcessInstanceComments(String processInstanceId) {
        return maySeeInstance(processInstanceId) ? super.getProcessInstanceComments(processInstanceId) : List.of();
    }

    @Override
    public void deleteTaskComment(String taskId, String commentId) {
        ensureOwnComment(taskId, commentId);
        super.deleteTaskComment(taskId, commentId);
    }

    @Override
    public void updateTaskComment(String taskId, String commentId, String message) {
        ensureOwnComment(taskId, commentId);
        super.updateTaskComment(taskId, commentId, message);
    }

    private void ensureOwnComment(String taskId, String commentId) {
        Comment comment = getTaskComment(taskId, commentId);
        ensure(comment != null, NOT_HERE);
        ensureOwn(Objects.requireNonNull(comment).getUserId());
    }

    @Override
    public void deleteTaskComments(String taskId) {
        refusePersons(NOT_YOURS);
        super.deleteTaskComments(taskId);
    }

    @Override
    public void deleteProcessInstanceComment(String processInstanceId, String commentId) {
        refusePersons(NOT_YOURS);
        super.deleteProcessInstanceComment(processInstanceId, commentId);
    }

    @Override
    public void deleteProcessInstanceComments(String processInstanceId) {
        refusePersons(NOT_YOURS);
        super.deleteProcessInstanceComments(processInstanceId);
    }

    @Override
    public void updateProcessInstanceComment(String processInstanceId, String commentId, String message) {
        refusePersons(NOT_YOURS);
        super.updateProcessInstanceComment(processInstanceId, commentId, message);
    }
}
