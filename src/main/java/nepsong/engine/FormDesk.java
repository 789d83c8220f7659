package nepsong.engine;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nepsong.cycle.Refusal;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where forms are opened and handed in, whichever service of the engine was called. Works inside a command, and so in
 * the transaction of the completion.
 */
@Component
class FormDesk {

    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.ZONE);

    private final FormRegistry forms;
    private final FormContract contract;
    private final FormDrafts drafts;
    private final SpokenValues spoken;

    FormDesk(FormRegistry forms, FormContract contract, FormDrafts drafts, SpokenValues spoken) {
        this.forms = forms;
        this.contract = contract;
        this.drafts = drafts;
        this.spoken = spoken;
    }

    /** With what was typed into it before; empty for a task without a form. */
    Map<String, Object> open(CommandContext context, TaskEntity task) {
        String key = forms.keyOf(task);
        if (key == null) {
            return Map.of();
        }
        FormTask formTask = formTask(context, task);
        TaskForm form = forms.taskForm(key);
        Map<String, Object> shown = Proposals.settled(open(form, formTask));
        FormSchema schema = forms.schema(context, task.getProcessDefinition().getDeploymentId(), key);
        form.show(formTask).forEach((name, value) -> {
            if (schema.needs(name)) {
                throw new IllegalStateException("form " + key + " needs " + name + " when it is handed in");
            }
            shown.put(name, value);
        });
        shown.put("objection", form.objection(formTask).map(FormDesk::sentence).orElse(""));
        Map<String, Object> said = spoken.of(schema, shown);
        return draftFor(context.getAuthenticatedUserId(), task, form)
                .map(draft -> DraftMerge.over(said, schema, draft.values()))
                .orElse(said);
    }

    /** A refusal is told without a full stop, a box of its own reads better with one. */
    private static String sentence(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }

    /** What is not handed in yet is nobody's to read but theirs who hold the task. */
    private Optional<FormDrafts.Draft> draftFor(@Nullable String reader, TaskEntity task, TaskForm form) {
        return form.keepsDrafts() && (reader == null || reader.equals(task.getAssignee()))
                ? drafts.find(task.getId())
                : Optional.empty();
    }

    /** Why this person may not do the task, in Vietnamese. */
    Optional<String> objection(CommandContext context, TaskEntity task, String person) {
        String key = forms.keyOf(task);
        return key == null ? Optional.empty() : forms.taskForm(key).objection(formTask(context, task, person));
    }

    private static Map<String, Object> open(TaskForm form, FormTask task) {
        Map<String, Object> shown = new LinkedHashMap<>(form.open(task));
        Instant due = task.due();
        shown.put("dueText", due == null ? "không đặt hạn" : "trước " + DUE.format(due));
        shown.put("evidencePage", "/evidence/" + task.id());
        return shown;
    }

    /**
     * @param drafted whether something was typed into the form before and kept
     * @throws FormRefusedException with everything that is to be mended
     */
    Map<String, Object> handIn(
            CommandContext context, TaskEntity task, @Nullable Map<String, Object> sent, boolean drafted) {
        String key = forms.keyOf(task);
        if (key == null) {
            refuseUndeclared(FormValues.fromBrowser(sent, UnaryOperator.identity()));
            return Map.of();
        }
        TaskForm form = forms.taskForm(key);
        FormSchema schema = forms.schema(context, task.getProcessDefinition().getDeploymentId(), key);
        Map<String, @Nullable Object> submitted = FormValues.fromBrowser(sent, schema::named);
        refuseUndeclared(schema, submitted, key + " " + task.getId());
        FormTask formTask = formTask(context, task);
        FormContract.Checked checked = contract.check(schema, open(form, formTask), submitted);
        Outcome outcome = accepted(
                checked.refusals().isEmpty()
                        ? form.submit(formTask, checked.data())
                        : Outcome.refused(checked.refusals()));
        if (drafted) {
            drafts.remove(task.getId());
        }
        return outcome.variables();
    }

    /** Empty for a process that starts without a form. */
    Map<String, Object> openStart(ProcessDefinitionEntity process, String user) {
        String key = forms.startKeyOf(process);
        return key == null ? Map.of() : forms.startForm(key).open(user);
    }

    /** @throws FormRefusedException with everything that is to be mended */
    Outcome handInStart(
            CommandContext context, ProcessDefinitionEntity process, String user, @Nullable Map<String, Object> sent) {
        String key = forms.startKeyOf(process);
        if (key == null) {
            refuseUndeclared(FormValues.fromBrowser(sent, UnaryOperator.identity()));
            return Outcome.accepted();
        }
        StartForm form = forms.startForm(key);
        FormSchema schema = forms.schema(context, process.getDeploymentId(), key);
        Map<String, @Nullable Object> submitted = FormValues.fromBrowser(sent, schema::named);
        refuseUndeclared(schema, submitted, key);
        FormContract.Checked checked = contract.check(schema, form.open(user), submitted);
        return accepted(
                checked.refusals().isEmpty() ? form.submit(user, checked.data()) : Outcome.refused(checked.refusals()));
    }

    private static Outcome accepted(Outcome outcome) {
        if (!outcome.isAccepted()) {
            throw new FormRefusedException(outcome.refusals());
        }
        return outcome;
    }

    /** Nothing that a browser sends by itself: somebody tries what can be set. */
    private void refuseUndeclared(FormSchema schema, Map<String, @Nullable Object> submitted, String subject) {
        List<Refusal> foreign = contract.undeclared(schema, submitted);
        if (!foreign.isEmpty()) {
            throw new ForeignFieldException(subject, foreign);
        }
    }

    private static void refuseUndeclared(Map<String, ?> submitted) {
        if (!submitted.isEmpty()) {
            throw new FormRefusedException(List.of(Refusal.of("", "Việc này không có biểu mẫu để nhận dữ liệu")));
        }
    }

    private static FormTask formTask(CommandContext context, TaskEntity task) {
        return formTask(context, task, Objects.requireNonNullElse(context.getAuthenticatedUserId(), ""));
    }

    private static FormTask formTask(CommandContext context, TaskEntity task, String person) {
        // Asked of the execution, which reads its whole tree, as the completion does: the task reads the instance
        // beside it.
        ExecutionEntity execution = task.getExecution();
        ExecutionEntity instance = execution.getProcessInstance();
        return new FormTask(
                task.getId(),
                ((ProcessDefinitionEntity) task.getProcessDefinition()).getKey(),
                task.getTaskDefinitionKey(),
                task.getProcessInstanceId(),
                Objects.requireNonNullElse(instance.getBusinessKey(), ""),
                person,
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                ScopeVariables.of(context, execution));
    }
}
