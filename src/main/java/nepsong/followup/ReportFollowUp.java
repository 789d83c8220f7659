package nepsong.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The unit says what it did about a task of the conference. */
@Component
public class ReportFollowUp {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

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
        FollowUp followUp = followUps.get(id);
        if (completedOn.isBefore(followUp.givenOn())) {
            return List.of(Refusal.of(
                    "completedOn",
                    "Ngày hoàn thành không được trước ngày Hội nghị giao nhiệm vụ, " + DAY.format(followUp.givenOn())));
        }
        followUps.report(followUp, result, completedOn, user);
        return List.of();
    }
}
