package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nepsong.crossinspection.CrossScores.Explanation;
import nepsong.cycle.Refusal;
import nepsong.organisation.TypedText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The inspected unit agrees to the scores that it was asked about, or says why not. */
@Component
public class ExplainScores {

    private static final int SHORTEST_EXPLANATION = 50;

    private final CrossScores crossScores;
    private final InspectionLog log;

    ExplainScores(CrossScores crossScores, InspectionLog log) {
        this.crossScores = crossScores;
        this.log = log;
    }

    @Transactional
    public List<Refusal> explain(String cycle, String unit, List<Explanation> explanations, String user) {
        Map<String, DisputedRow> asked = crossScores.disputed(cycle, unit).stream()
                .collect(Collectors.toMap(DisputedRow::criterion, Function.identity()));
        List<Refusal> refusals = new ArrayList<>();
        for (Explanation said : explanations) {
            String text = said.text() == null ? "" : said.text();
            if (!asked.containsKey(said.criterion())) {
                refusals.add(Refusal.ofRow("criteria", said.criterion(), "Tiêu chí này không thuộc diện giải trình"));
            } else if (!said.agreed() && TypedText.length(text) < SHORTEST_EXPLANATION) {
                refusals.add(Refusal.ofRow(
                        "explanation", said.criterion(), "Không thống nhất thì phải giải trình từ 50 ký tự"));
            }
        }
        if (explanations.size() != asked.size()) {
            refusals.add(Refusal.of("criteria", "Cần trả lời đủ %d tiêu chí".formatted(asked.size())));
        }
        if (refusals.isEmpty()) {
            crossScores.writeExplanations(cycle, unit, explanations);
            log.explained(cycle, unit, user);
        }
        return refusals;
    }
}
