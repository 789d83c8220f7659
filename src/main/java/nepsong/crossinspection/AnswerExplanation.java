package nepsong.crossinspection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nepsong.crossinspection.CrossScores.ScoreAnswer;
import nepsong.cycle.Refusal;
import nepsong.organisation.TypedText;
import nepsong.selfassessment.ScorecardRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The inspecting unit answers each explanation. To accept it is to take the score that the unit asked for. */
@Component
public class AnswerExplanation {

    public static final String ACCEPT = "accept";
    public static final String PARTLY = "partly";
    public static final String REJECT = "reject";

    private static final int SHORTEST_REASON = 30;

    private final CrossScores crossScores;
    private final InspectionLog log;
    private final OwnUnitPolicy ownUnit;
    private final CrossInspectionMails mails;

    AnswerExplanation(CrossScores crossScores, InspectionLog log, OwnUnitPolicy ownUnit, CrossInspectionMails mails) {
        this.crossScores = crossScores;
        this.log = log;
        this.ownUnit = ownUnit;
        this.mails = mails;
    }

    /** @param score only for an explanation that is accepted in part */
    public record Choice(String criterion, String decision, @Nullable BigDecimal score, String reason) {}

    /** @param stillDisputed whether the head of team has to decide */
    public record Answered(List<Refusal> refusals, boolean stillDisputed) {}

    @Transactional
    public Answered answer(String cycle, String unit, List<Choice> choices, String user) {
        Map<String, DisputedRow> open = crossScores.disputed(cycle, unit).stream()
                .filter(row -> !row.agreed())
                .collect(Collectors.toMap(DisputedRow::criterion, Function.identity()));
        List<Refusal> refusals = new ArrayList<>(ownUnit.check(user, unit));
        List<ScoreAnswer> answers = new ArrayList<>();
        for (Choice choice : choices) {
            DisputedRow row = open.get(choice.criterion());
            if (row == null) {
                refusals.add(Refusal.ofRow("criteria", choice.criterion(), "Tiêu chí này không có giải trình"));
                continue;
            }
            if (TypedText.length(choice.reason()) < SHORTEST_REASON) {
                refusals.add(Refusal.ofRow("reason", choice.criterion(), "Cần nêu lý do từ 30 ký tự"));
            }
            if (choice.decision().equals(PARTLY) && choice.score() == null) {
                refusals.add(Refusal.ofRow("finalScore", choice.criterion(), "Cần nhập điểm sau khi xem xét"));
            }
            answers.add(
                    new ScoreAnswer(choice.criterion(), choice.decision(), score(choice, row.row()), choice.reason()));
        }
        if (answers.size() != open.size()) {
            refusals.add(Refusal.of("criteria", "Cần trả lời đủ %d giải trình".formatted(open.size())));
        }
        if (!refusals.isEmpty()) {
            return new Answered(refusals, false);
        }
        crossScores.writeAnswers(cycle, unit, answers);
        log.answered(cycle, unit, user);
        mails.answered(cycle, unit);
        return new Answered(
                List.of(), crossScores.disputed(cycle, unit).stream().anyMatch(DisputedRow::stillDisputed));
    }

    private static @Nullable BigDecimal score(Choice choice, ScorecardRow row) {
        return switch (choice.decision()) {
            case PARTLY -> choice.score();
            case REJECT -> row.crossAnswer().score();
            default -> wanted(row);
        };
    }

    /** What the unit asks for: the score it proposes, or else its own. Null where it holds that the criterion does not apply. */
    public static @Nullable BigDecimal wanted(ScorecardRow row) {
        BigDecimal proposed = row.dispute() == null ? null : row.dispute().proposedScore();
        return proposed == null ? row.selfAnswer().score() : proposed;
    }
}
