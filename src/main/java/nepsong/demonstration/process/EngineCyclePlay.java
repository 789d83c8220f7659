package nepsong.demonstration.process;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.demonstration.CyclePlay;
import nepsong.demonstration.DemonstrationClock;
import nepsong.demonstration.PlayUntil;
import nepsong.demonstration.PlayedUnits;
import nepsong.demonstration.StagePlayed;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Goes through the working days from the cycle's first to today. On each, those do their tasks who by the story have had
 * them long enough.
 */
@Component
class EngineCyclePlay implements CyclePlay {

    private static final Logger LOG = LoggerFactory.getLogger(EngineCyclePlay.class);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int MOST_A_DAY = 400;

    private final PlayedDesk desk;
    private final Story story;
    private final RuntimeService instances;
    private final WorkingCalendar calendar;
    private final ObjectProvider<DemonstrationClock> clock;
    private final ApplicationEventPublisher events;

    EngineCyclePlay(
            PlayedDesk desk,
            Story story,
            RuntimeService instances,
            WorkingCalendar calendar,
            ObjectProvider<DemonstrationClock> clock,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.story = story;
        this.instances = instances;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void play(PlayUntil until) {
        DemonstrationClock days = clock.getObject();
        LocalDate today = LocalDate.now(days);
        Played played = new Played();
        try {
            LocalDate day = calendar.plus(today, -until.workingDays());
            go(days, day.atTime(MORNING));
            desk.start("office", "inspection-cycle");
            while (day.isBefore(today)) {
                go(days, day.atTime(MORNING));
                desk.runJobs();
                work(played);
                day = calendar.plus(day, 1);
                played.day++;
                tell(played.day);
            }
        } finally {
            days.setBack();
            ClockUtil.resetClock();
        }
        desk.runJobs();
        LOG.info("Played the cycle up to {}: {} tasks were done", until, played.done);
    }

    private void tell(int workingDays) {
        Arrays.stream(PlayUntil.values())
                .filter(stage -> stage.workingDays() == workingDays)
                .forEach(stage -> events.publishEvent(new StagePlayed(stage)));
    }

    private static void go(DemonstrationClock days, LocalDateTime time) {
        ClockUtil.offset(days.set(time).toMillis());
    }

    /** What is remembered while the days go by. */
    private static final class Played {
        private int day;
        private int done;
        private final Map<String, Integer> offeredOn = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<String, Integer> times = new HashMap<>();
        private final Map<String, Integer> tasksOfStep = new HashMap<>();
    }

    private void work(Played played) {
        List<Task> open = desk.open();
        Map<String, String> subjects = subjects(open);
        int done = 0;
        for (Task task : open) {
            Story.Part part = part(played, task, subjects.getOrDefault(task.getProcessInstanceId(), ""));
            int offered = played.offeredOn.computeIfAbsent(task.getId(), id -> played.day);
            if (played.day - offered >= Story.delay(part) && done++ < MOST_A_DAY) {
                handIn(task, part);
                played.times.merge(part.step() + part.unit(), 1, Integer::sum);
                played.done++;
            }
        }
    }

    /** Where a rule wants somebody else, the next who may tries. */
    private void handIn(Task task, Story.Part part) {
        List<String> holders = desk.holders(task);
        for (int i = 0; i < holders.size(); i++) {
            try {
                desk.handIn(holders.get(i), task, form -> story.type(part, form));
                return;
            } catch (RuntimeException refused) {
                if (i == holders.size() - 1) {
                    throw new IllegalStateException(part + " was refused: " + refused.getMessage(), refused);
                }
                desk.release(task);
            }
        }
    }

    private Story.Part part(Played played, Task task, String businessKey) {
        String process = task.getProcessDefinitionId().split(":")[0];
        String step = process + "." + task.getTaskDefinitionKey().replaceFirst("^userTask_", "");
        String[] subject = businessKey.split("/", 2);
        String unit =
                step.equals("bloc-inspection.inspectAgain") ? desk.unit(task) : subject.length > 1 ? subject[1] : "";
        int number = unit.isEmpty()
                ? played.numbers.computeIfAbsent(
                        task.getId(), id -> played.tasksOfStep.merge(step, 1, Integer::sum) - 1)
                : PlayedUnits.number(unit);
        return new Story.Part(step, subject[0], unit, number, played.times.getOrDefault(step + unit, 0));
    }

    private Map<String, String> subjects(List<Task> open) {
        Set<String> ids = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toCollection(HashSet::new));
        return ids.isEmpty()
                ? Map.of()
                : instances.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
                        .collect(Collectors.toMap(
                                ProcessInstance::getId,
                                one -> one.getBusinessKey() == null ? "" : one.getBusinessKey()));
    }
}
