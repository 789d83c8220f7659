package nepsong.engine;

import java.io.InputStream;
import java.util.List;
import org.camunda.bpm.engine.task.Attachment;
import org.jspecify.annotations.Nullable;

/** Attachments by the rules of the comments; who attached what the engine does not keep, so no person changes one. */
class DiscreetTaskService extends DiscreetComments {

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
