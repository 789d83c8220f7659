package nepsong.evaluation.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Affair;
import nepsong.delegation.StandIns;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.Appeal;
import nepsong.evaluation.Appeal.Contested;
import nepsong.evaluation.Appeal.Decided;
import nepsong.evaluation.Appeals;
import nepsong.evaluation.DecideAppeal;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

@Component
class DecideAppealForm implements TaskForm {

    private final DecideAppeal deciding;
    private final Appeals appeals;
    private final UnitChecklists checklists;
    private final StandIns standIns;
    private final ResultView view;

    DecideAppealForm(
            DecideAppeal deciding, Appeals appeals, UnitChecklists checklists, StandIns standIns, ResultView view) {
        this.deciding = deciding;
        this.appeals = appeals;
        this.checklists = checklists;
        this.standIns = standIns;
        this.view = view;
    }

    @Override
    public String key() {
        return "appeal.decide-appeal";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Appeal appeal = appeals.get(task.cycle(), task.unit());
        UnitChecklist checklist = checklists.of(task.cycle(), task.unit());
        Map<String, Map<String, Object>> scored = view.criteria(task.cycle(), task.unit()).stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.get("code")), row -> row));
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<String, Map<String, Object>> contested = new LinkedHashMap<>();
        for (Contested one : appeal.criteria()) {
            Criterion criterion = checklist.get(one.criterion());
            rows.add(Map.of(
                    "code",
                    one.criterion(),
                    "max",
                    criterion.max(),
                    "decidedScore",
                    DecideAppeal.middle(appeal, one.criterion())));
            Map<String, Object> card = new LinkedHashMap<>(scored.getOrDefault(one.criterion(), Map.of()));
            card.put("score", Words.points(one.score()));
            card.put("proposals", proposals(appeal, one.criterion()));
            contested.put(one.criterion(), card);
        }
        Map<String, Object> shown = view.open(task.cycle(), task.unit());
        shown.put("unitName", task.text("unitName"));
        shown.put("appealReason", appeal.reason());
        shown.put("criteria", rows);
        shown.put("contested", contested);
        return shown;
    }

    private String proposals(Appeal appeal, String criterion) {
        return appeal.proposalsFor(criterion).stream()
                .map(one -> "- %s đề xuất **%s** điểm: %s"
                        .formatted(
                                standIns.author(
                                        one.reviewer(),
                                        new Affair(appeal.cycle(), appeal.unit()),
                                        "appeal.review-appeal"),
                                Words.points(one.score()),
                                one.reason()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        return view.files(appeals.get(task.cycle(), task.unit()));
    }

    @Override
    public Optional<String> objection(FormTask task) {
        return deciding.objection(task.cycle(), task.unit(), task.user());
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        String decision = data.text("decision");
        if (!decision.equals("approve")) {
            return Outcome.of(
                    deciding.refuse(task.cycle(), task.unit(), task.user(), data.text("reason")),
                    Map.of("decision", decision));
        }
        List<Decided> decided = data.rows("criteria").stream()
                .map(row -> new Decided(row.text("code"), row.requiredNumber("decidedScore")))
                .toList();
        return Outcome.of(
                deciding.approve(
                        task.cycle(), task.unit(), task.user(), decided.isEmpty() ? asProposed(task) : decided),
                Map.of("decision", decision));
    }

    /** The first edition of the form had no scores of its own: what was proposed was approved as a whole. */
    private List<Decided> asProposed(FormTask task) {
        Appeal appeal = appeals.get(task.cycle(), task.unit());
        return appeal.criteria().stream()
                .map(one -> new Decided(one.criterion(), DecideAppeal.middle(appeal, one.criterion())))
                .toList();
    }
}
