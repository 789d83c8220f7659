package nepsong.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.evaluation.Conference.Guest;
import nepsong.evaluation.Conference.Minutes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The conference was held: who came, what was said and concluded, and what is to be done. */
@Component
public class HoldConference {

    private final Reports reports;
    private final Conferences conferences;
    private final Clock clock;

    HoldConference(Reports reports, Conferences conferences, Clock clock) {
        this.reports = reports;
        this.conferences = conferences;
        this.clock = clock;
    }

    @Transactional
    public List<Refusal> hold(String cycle, String user, Minutes minutes) {
        List<Refusal> refusals = new ArrayList<>();
        if (minutes.guests().stream().noneMatch(Guest::present)) {
            refusals.add(Refusal.of("guests", "Cần đánh dấu ít nhất một đại biểu có mặt"));
        }
        if (minutes.followUps().isEmpty()) {
            refusals.add(Refusal.of("followUps", "Cần giao ít nhất một nhiệm vụ tiếp theo, có đơn vị và hạn"));
        }
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < minutes.followUps().size(); i++) {
            if (minutes.followUps().get(i).dueOn().isBefore(today)) {
                refusals.add(Refusal.ofRow("followUps", "Nhiệm vụ " + (i + 1), "Hạn không được trước hôm nay"));
            }
        }
        if (refusals.isEmpty()) {
            conferences.record(reports.get(cycle), minutes, user);
        }
        return refusals;
    }
}
