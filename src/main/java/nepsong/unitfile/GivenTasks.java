package nepsong.unitfile;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import nepsong.cycle.Cycle;
import nepsong.evaluation.Conference;
import nepsong.evaluation.Conferences;
import nepsong.followup.FollowUp;
import nepsong.followup.FollowUps;
import nepsong.organisation.Unit;
import org.springframework.stereotype.Component;

/** What the conference of a cycle gave a unit to do. */
@Component
class GivenTasks {

    private final Conferences conferences;
    private final FollowUps followUps;

    GivenTasks(Conferences conferences, FollowUps followUps) {
        this.conferences = conferences;
        this.followUps = followUps;
    }

    /** What was decided before such tasks were followed up has no more to tell. */
    List<GivenTask> of(Cycle cycle, Unit unit, LocalDate today) {
        Map<Integer, FollowUp> begun =
                followUps.of(cycle.code(), unit.code()).stream().collect(toMap(FollowUp::number, Function.identity()));
        List<Conference.FollowUp> decided = conferences.followUps(cycle.code());
        boolean stopped = cycle.withdrawnAt() != null;
        return IntStream.range(0, decided.size())
                .filter(i -> decided.get(i).concerns(unit))
                .mapToObj(i -> GivenTask.of(decided.get(i), begun.get(i + 1), stopped, today))
                .toList();
    }
}
