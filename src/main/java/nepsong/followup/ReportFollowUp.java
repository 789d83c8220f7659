package nepsong.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The unit says what it did about a task of the conference. */
@Component
public class ReportFollowUp {

    private final FollowUps followUps;
    private final Clock clock;

    ReportFollowUp(FollowUps followUps, Clock clock) {
        this.followUps = followUps;
        this.clock = clock;
    }

    /** @return why it was not taken; empty where it was */
    @Transactional
    public List<Refusal> report(String id, String result, LocalDate completedOn, String user) {
        if (completedOn.isAfter(LocalDate.now(clock))) {
            return List.of(Refusal.of("completedOn", "Ngày hoàn thành không được sau hôm nay"));
        }
        followUps.report(followUps.get(id), result, completedOn, user);
        return List.of();
    }
}
