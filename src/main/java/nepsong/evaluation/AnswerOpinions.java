package nepsong.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretaries say of every remark what became of it, and its author is told. */
@Component
public class AnswerOpinions {

    private final Reports reports;
    private final Opinions opinions;
    private final EvaluationMails mails;

    AnswerOpinions(Reports reports, Opinions opinions, EvaluationMails mails) {
        this.reports = reports;
        this.opinions = opinions;
        this.mails = mails;
    }

    /** @param answered every remark of the newest report, with its answer */
    @Transactional
    public void answer(String cycle, String user, List<Remark> answered) {
        Report report = reports.get(cycle);
        opinions.answer(report, answered, user);
        Map<String, Long> byAuthor =
                answered.stream().collect(Collectors.groupingBy(Remark::person, Collectors.counting()));
        byAuthor.forEach((author, count) -> mails.opinionAnswered(report, author, count));
    }
}
