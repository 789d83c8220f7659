package nepsong.evaluation;

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

    HoldConference(Reports reports, Conferences conferences) {
        this.reports = reports;
        this.conferences = conferences;
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
        if (refusals.isEmpty()) {
            conferences.record(reports.get(cycle), minutes, user);
        }
        return refusals;
    }
}
