package nepsong.reminder.process;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import nepsong.delegation.StandIns;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.DecideExtension;
import nepsong.reminder.Extension;
import nepsong.reminder.Extensions;
import org.springframework.stereotype.Component;

@Component
class DecideExtensionForm implements TaskForm {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(WorkingCalendar.ZONE);

    private final Extensions extensions;
    private final DecideExtension decide;
    private final People people;
    private final StandIns standIns;

    DecideExtensionForm(Extensions extensions, DecideExtension decide, People people, StandIns standIns) {
        this.standIns = standIns;
        this.extensions = extensions;
        this.decide = decide;
        this.people = people;
    }

    @Override
    public String key() {
        return "extension.decide-extension";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Extension wish = extensions.find(task.text(EngineExtensions.EXTENSION)).orElseThrow();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("taskName", wish.taskName());
        shown.put(
                "askedBy",
                people.find(wish.requestedBy())
                        .map(person -> described(person, standIns.named(person.id(), wish.requestedFor())))
                        .orElse(wish.requestedBy()));
        shown.put("askedOn", DAY.format(wish.requestedAt()));
        shown.put("oldDueText", DAY.format(wish.oldDue()));
        shown.put("untilText", DAY.format(wish.until()));
        shown.put("wish", wish.reason());
        return shown;
    }

    private static String described(Person person, String name) {
        return person.position().isEmpty() ? name : name + " (" + person.position() + ")";
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        DecideExtension.Verdict verdict = decide.decide(
                task.text(EngineExtensions.EXTENSION),
                task.id(),
                task.user(),
                data.text("decision").equals("approve"),
                data.textOrNull("reason"));
        return Outcome.of(verdict.refusals(), Map.of("granted", verdict.granted()));
    }
}
