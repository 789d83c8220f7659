package nepsong.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.UnitFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stands before every form's adapter and writes down who handed it in and what the flow was told, and who opened it at
 * a unit that is not theirs. Of what was typed nothing is written: a vote stays secret, a text with its owner.
 */
@Component
class RecordedForms {

    private final AuditTrail trail;
    private final UnitFiles files;

    RecordedForms(AuditTrail trail, UnitFiles files) {
        this.trail = trail;
        this.files = files;
    }

    TaskForm recorded(TaskForm form) {
        return new Task(form);
    }

    StartForm recorded(StartForm form) {
        return new Start(form);
    }

    private static Map<String, Object> told(Outcome outcome) {
        Map<String, Object> plain = new LinkedHashMap<>();
        outcome.variables()
                .forEach((name, value) -> plain.put(
                        name, value instanceof Number || value instanceof Boolean ? value : String.valueOf(value)));
        return plain;
    }

    private static String variable(FormTask task, String name) {
        Object value = task.variables().get(name);
        return value == null ? "" : value.toString();
    }

    private final class Task implements TaskForm {

        private final TaskForm form;

        Task(TaskForm form) {
            this.form = form;
        }

        @Override
        public String key() {
            return form.key();
        }

        @Override
        public Map<String, Object> open(FormTask task) {
            return form.open(task);
        }

        @Override
        public boolean keepsDrafts() {
            return form.keepsDrafts();
        }

        @Override
        public boolean showsManyUnits() {
            return form.showsManyUnits();
        }

        @Override
        public Optional<String> objection(FormTask task) {
            return form.objection(task);
        }

        /** Asked for when the form is shown to somebody, and not when it is handed in. */
        @Override
        public Map<String, Object> show(FormTask task) {
            files.looked(task.user(), variable(task, "cycle"), variable(task, "unit"), key());
            if (showsManyUnits()) {
                files.lookedAtMany(
                        task.user(), variable(task, "cycle"), (key() + " " + variable(task, "bloc")).strip());
            }
            return form.show(task);
        }

        @Override
        public Outcome submit(FormTask task, FormData data) {
            Outcome outcome = form.submit(task, data);
            if (outcome.isAccepted()) {
                trail.record(AuditEvent.of("task.completed")
                        .by(task.user())
                        .of(variable(task, "cycle"), variable(task, "unit"))
                        .about(subject(task.businessKey()))
                        .changed(Map.of(), told(outcome)));
            }
            return outcome;
        }

        private String subject(@Nullable String businessKey) {
            return businessKey == null || businessKey.isEmpty() ? key() : key() + " · " + businessKey;
        }
    }

    private final class Start implements StartForm {

        private final StartForm form;

        Start(StartForm form) {
            this.form = form;
        }

        @Override
        public String key() {
            return form.key();
        }

        @Override
        public Map<String, Object> open(String user) {
            return form.open(user);
        }

        @Override
        public Outcome submit(String user, FormData data) {
            Outcome outcome = form.submit(user, data);
            if (outcome.isAccepted()) {
                String businessKey = outcome.businessKey();
                trail.record(AuditEvent.of("process.started")
                        .by(user)
                        .about(businessKey == null ? key() : key() + " · " + businessKey)
                        .changed(Map.of(), told(outcome)));
            }
            return outcome;
        }
    }
}
