package nepsong.evaluation.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.Appeal;
import nepsong.evaluation.Appeal.Contested;
import nepsong.evaluation.Appeal.Proposal;
import nepsong.evaluation.Appeals;
import nepsong.evaluation.ReviewAppeal;
import org.springframework.stereotype.Component;

@Component
class ReviewAppealForm implements TaskForm {

    private final ReviewAppeal reviewing;
    private final Appeals appeals;
    private final ResultView view;

    ReviewAppealForm(ReviewAppeal reviewing, Appeals appeals, ResultView view) {
        this.reviewing = reviewing;
        this.appeals = appeals;
        this.view = view;
    }

    @Override
    public String key() {
        return "appeal.review-appeal";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Appeal appeal = appeals.get(task.cycle(), task.unit());
        Set<String> codes = appeal.criteria().stream().map(Contested::criterion).collect(Collectors.toSet());
        Map<String, Map<String, Object>> contested = new LinkedHashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> criterion : view.criteria(task.cycle(), task.unit())) {
            String code = String.valueOf(criterion.get("code"));
            if (!codes.contains(code)) {
                continue;
            }
            contested.put(code, criterion);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("code", code);
            row.put("max", criterion.get("max"));
            row.put("proposedScore", criterion.get("settled"));
            rows.add(row);
        }
        Map<String, Object> shown = view.open(task.cycle(), task.unit());
        shown.put("unitName", task.text("unitName"));
        shown.put("appealReason", appeal.reason());
        shown.put("criteria", rows);
        shown.put("contested", contested);
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        return view.files(appeals.get(task.cycle(), task.unit()));
    }

    @Override
    public Optional<String> objection(FormTask task) {
        List<String> objections = reviewing.objections(task.cycle(), task.unit(), task.user());
        return objections.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", objections));
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        List<Proposal> proposals = data.rows("criteria").stream()
                .map(row -> new Proposal(
                        row.text("code"), task.user(), row.requiredNumber("proposedScore"), row.text("note")))
                .toList();
        return Outcome.of(reviewing.review(task.cycle(), task.unit(), task.user(), proposals), Map.of());
    }
}
