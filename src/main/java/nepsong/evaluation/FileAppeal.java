package nepsong.evaluation;

import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.evaluation.Appeal.Contested;
import nepsong.organisation.TypedText;
import nepsong.selfassessment.Answer;
import nepsong.selfassessment.Scorecards;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The head of a unit asks for the scores of some criteria to be looked at again. */
@Component
public class FileAppeal {

    private static final int SHORTEST_REASON = 50;

    private final Appeals appeals;
    private final Scorecards scorecards;

    FileAppeal(Appeals appeals, Scorecards scorecards) {
        this.appeals = appeals;
        this.scorecards = scorecards;
    }

    @Transactional
    public List<Refusal> file(String cycle, String unit, String user, String reason, List<String> criteria) {
        List<Refusal> refusals = new ArrayList<>();
        if (TypedText.length(reason) < SHORTEST_REASON) {
            refusals.add(Refusal.of("reason", "Lý do đề nghị xem xét lại cần từ %d ký tự".formatted(SHORTEST_REASON)));
        }
        List<Contested> contested = scorecards.of(cycle, unit).stream()
                .filter(row -> criteria.contains(row.criterion()))
                .map(row -> {
                    Answer settled = row.settledAnswer();
                    return new Contested(row.criterion(), settled.score());
                })
                .toList();
        if (contested.isEmpty()) {
            refusals.add(Refusal.of("criteria", "Cần chọn ít nhất một tiêu chí đề nghị xem xét lại"));
        }
        if (refusals.isEmpty()) {
            appeals.file(new Appeal(cycle, unit, reason, user, contested, List.of(), null, ""));
        }
        return refusals;
    }
}
