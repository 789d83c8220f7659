package nepsong.unitfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nepsong.audit.AuditEvents;
import nepsong.audit.AuditQuestion;
import nepsong.audit.WrittenEvent;
import nepsong.engine.DecisionWords;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person has completed themselves, each with what was decided and the way to the unit's file. */
@Component
public class ReadDoneTasks {

    private static final int PAGE = 50;
    private static final int MOST_EVENTS = 1_000;
    private static final String COMPLETED = "task.completed";

    private final DoneTasks tasks;
    private final AuditEvents events;
    private final DecisionWords words;
    private final Units units;
    private final UnitFileReaders readers;
    private final ObjectMapper json;

    ReadDoneTasks(
            DoneTasks tasks,
            AuditEvents events,
            DecisionWords words,
            Units units,
            UnitFileReaders readers,
            ObjectMapper json) {
        this.tasks = tasks;
        this.events = events;
        this.words = words;
        this.units = units;
        this.readers = readers;
        this.json = json;
    }

    /**
     * @param unit     null for what is about no one unit
     * @param file     whether the person may open the unit's file of that cycle
     * @param decision in the words of the form; null where nothing was decided, or where it is secret
     */
    public record Done(DoneTask task, @Nullable Unit unit, boolean file, @Nullable String decision) {}

    /** @param number of the page, and {@code last} of the last one, from 0 */
    public record Page(List<Done> rows, int found, int number, int last) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** The newest first; a page that there is not is the last. */
    public Page read(String person, int wanted) {
        int found = tasks.count(person);
        int last = Math.max(0, (found - 1) / PAGE);
        int number = Math.max(0, Math.min(wanted, last));
        List<DoneTask> page = tasks.of(person, number * PAGE, PAGE);
        Map<String, Unit> about = units.find(page.stream().map(DoneTask::place).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Unit::code, Function.identity()));
        Map<String, List<WrittenEvent>> written = written(person, page);
        Map<String, Boolean> open = new HashMap<>();
        return new Page(
                page.stream()
                        .map(task -> {
                            Unit unit = about.get(task.place());
                            boolean file = unit != null
                                    && open.computeIfAbsent(task.cycle() + "/" + unit.code(), ignored -> readers.of(
                                                    task.cycle(), unit.code(), person)
                                            .isPresent());
                            return new Done(
                                    task, unit, file, decision(task, written).orElse(null));
                        })
                        .toList(),
                found,
                number,
                last);
    }

    private Map<String, List<WrittenEvent>> written(String person, List<DoneTask> page) {
        if (page.isEmpty()) {
            return Map.of();
        }
        AuditQuestion question = new AuditQuestion(
                person, COMPLETED, "", day(page.get(page.size() - 1)), day(page.get(0)), "", false, false);
        return events.search(question, 0, MOST_EVENTS).stream().collect(Collectors.groupingBy(WrittenEvent::subject));
    }

    private static LocalDate day(DoneTask task) {
        return LocalDate.ofInstant(task.completedAt(), WorkingCalendar.ZONE);
    }

    /** As it was written down when the form was handed in, which is in the task's own transaction. */
    private Optional<String> decision(DoneTask task, Map<String, List<WrittenEvent>> written) {
        return written.getOrDefault(task.form() + " · " + task.businessKey(), List.of()).stream()
                .min(Comparator.comparing(event ->
                        Duration.between(event.at(), task.completedAt()).abs()))
                .flatMap(event -> value(event.after()))
                .flatMap(value -> words.of(task.form(), value));
    }

    private Optional<String> value(@Nullable String after) {
        try {
            JsonNode told = after == null ? null : json.readTree(after);
            if (told == null) {
                return Optional.empty();
            }
            return told.has("granted")
                    ? Optional.of(told.path("granted").asBoolean() ? "approve" : "refuse")
                    : Optional.ofNullable(told.path("decision").textValue());
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }
}
