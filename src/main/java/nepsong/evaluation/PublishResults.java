package nepsong.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    /** Why the person may not publish, in Vietnamese; empty when they may. To give the report back is open to them all the same. */
    @Transactional(readOnly = true)
    public Optional<String> objection(String cycle, String user) {
        return !user.isEmpty()
                        && reports.latest(cycle)
                                .map(Report::draftedBy)
                                .filter(user::equals)
                                .isPresent()
                ? Optional.of("Người soạn báo cáo không tự công bố kết quả: cần một lãnh đạo khác")
                : Optional.empty();
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
        Optional<String> objection = objection(cycle, user);
        if (objection.isPresent()) {
            return List.of(Refusal.of("", objection.get()));
        }
        publications.add(
                new Publication(cycle, documentNumber, documentSymbol, issuedOn, what, user, clock.instant(), null));
        mails.published(cycle);
        return List.of();
    }
}
