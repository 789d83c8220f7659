package nepsong.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The leader makes the results known; the units are told and may appeal from now on. */
@Component
public class PublishResults {

    private final Publications publications;
    private final Reports reports;
    private final EvaluationMails mails;
    private final Clock clock;

    PublishResults(Publications publications, Reports reports, EvaluationMails mails, Clock clock) {
        this.publications = publications;
        this.reports = reports;
        this.mails = mails;
        this.clock = clock;
    }

    @Transactional
    public List<Refusal> publish(
            String cycle,
            String user,
            int documentNumber,
            String documentSymbol,
            LocalDate issuedOn,
            List<String> what) {
        if (issuedOn.isAfter(LocalDate.now(clock))) {
            return List.of(Refusal.of("issuedOn", "Ngày ban hành không được sau ngày hôm nay"));
        }
        if (!user.isEmpty()
                && reports.latest(cycle)
                        .map(Report::draftedBy)
                        .filter(user::equals)
                        .isPresent()) {
            return List.of(Refusal.of("", "Người soạn báo cáo không tự công bố kết quả: cần một lãnh đạo khác"));
        }
        publications.add(
                new Publication(cycle, documentNumber, documentSymbol, issuedOn, what, user, clock.instant(), null));
        mails.published(cycle);
        return List.of();
    }
}
