package nepsong.engine;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Event;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Comments and attachments at our terms. The stock engine shows, adds and deletes them for whoever knows an id; here a
 * person reads those of tasks they may see, adds to open ones, and takes back only their own. What one may not see is
 * answered like what does not exist.
 */
class DiscreetTaskService extends TaskServiceImpl {

    private static final String NOT_HERE = "Không có việc hay ý kiến này, hoặc không dành cho đồng chí";
    private static final String NOT_YOURS = "Chỉ người đã viết hoặc đính kèm mới sửa, xóa được";

    private <T> T asked(Function<CommandContext, T> question) {
        return commandExecutor.execute(question::apply);
    }

    private boolean maySee(@Nullable String taskId) {
        return asked(context -> Caller.maySeeTask(context, taskId));
    }

    private boolean maySeeInstance(@Nullable String processInstanceId) {
        return asked(context -> Caller.maySeeInstance(context, processInstanceId));
    }

    private static void ensure(boolean allowed, String reason) {
        if (!allowed) {
            throw Caller.refusal(reason);
        }
    }

    /** An open task that the caller sees; and where an instance is named, the task's own. */
    private void ensureOpen(@Nullable String taskId, @Nullable String processInstanceId) {
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

    private void refusePersons(String reason) {
        ensure(!asked(Caller::isPerson), reason);
    }

    @Override
    public Comment createComment(@Nullable String taskId, @Nullable String processInstance, String message) {
        ensureOpen(taskId, processInstance);
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

    @Override
    public Attachment createAttachment(
            String type,
            @Nullable String taskId,
            @Nullable String processInstanceId,
            String name,
            String description,
            InputStream content) {
        ensureOpen(taskId, processInstanceId);
        return super.createAttachment(type, taskId, processInstanceId, name, description, content);
    }

    @Override
    public Attachment createAttachment(
            String type,
            @Nullable String taskId,
            @Nullable String processInstanceId,
            String name,
            String description,
            String url) {
        ensureOpen(taskId, processInstanceId);
        return super.createAttachment(type, taskId, processInstanceId, name, description, url);
    }

    @Override
    public List<Attachment> getTaskAttachments(String taskId) {
        return maySee(taskId) ? super.getTaskAttachments(taskId) : List.of();
    }

    @Override
    public List<Attachment> getProcessInstanceAttachments(String processInstanceId) {
        return maySeeInstance(processInstanceId) ? super.getProcessInstanceAttachments(processInstanceId) : List.of();
    }

    @Override
    public @Nullable Attachment getAttachment(String attachmentId) {
        Attachment attachment = super.getAttachment(attachmentId);
        return attachment != null && maySee(attachment) ? attachment : null;
    }

    private boolean maySee(Attachment attachment) {
        return attachment.getTaskId() == null
                ? maySeeInstance(attachment.getProcessInstanceId())
                : maySee(attachment.getTaskId());
    }

    @Override
    public @Nullable Attachment getTaskAttachment(String taskId, String attachmentId) {
        return maySee(taskId) ? super.getTaskAttachment(taskId, attachmentId) : null;
    }

    @Override
    public @Nullable InputStream getAttachmentContent(String attachmentId) {
        return getAttachment(attachmentId) == null ? null : super.getAttachmentContent(attachmentId);
    }

    @Override
    public @Nullable InputStream getTaskAttachmentContent(String taskId, String attachmentId) {
        return maySee(taskId) ? super.getTaskAttachmentContent(taskId, attachmentId) : null;
    }

    @Override
    public void saveAttachment(Attachment attachment) {
        refusePersons(NOT_YOURS);
        super.saveAttachment(attachment);
    }

    @Override
    public void deleteAttachment(String attachmentId) {
        refusePersons(NOT_YOURS);
        super.deleteAttachment(attachmentId);
    }

    @Override
    public void deleteTaskAttachment(String taskId, String attachmentId) {
        refusePersons(NOT_YOURS);
        super.deleteTaskAttachment(taskId, attachmentId);
    }
}
