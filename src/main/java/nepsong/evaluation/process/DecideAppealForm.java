package nepsong.evaluation.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.Appeal;
import nepsong.evaluation.Appeal.Contested;
import nepsong.evaluation.Appeals;
import nepsong.evaluation.DecideAppeal;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

@Component
class DecideAppealForm implements TaskForm {

    private final DecideAppeal deciding;
    private final Appeals appeals;
    private final UnitChecklists checklists;
    private final People people;
    private final ResultView view;

    DecideAppealForm(
            DecideAppeal deciding, Appeals appeals, UnitChecklists checklists, People people, ResultView view) {
        this.deciding = deciding;
        this.appeals = appeals;
        this.checklists = checklists;
        this.people = people;
        this.view = view;
    }

    @Override
    public String key() {
        return "appeal.decide-appeal";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Appeal appeal = appeals.get(task.cycle(), task.unit());
        Map<String, Object> shown = view.open(task.cycle(), task.unit());
        shown.put("unitName", task.text("unitName"));
        shown.put("appealReason", appeal.reason());
        String reviewer = Objects.requireNonNullElse(appeal.reviewedBy(), "");
        shown.put("reviewer", people.find(reviewer).map(Person::name).orElse(reviewer));
        shown.put("proposals", proposals(checklists.of(task.cycle(), task.unit()), appeal));
        return shown;
    }

    private static List<Map<String, Object>> proposals(UnitChecklist checklist, Appeal appeal) {
        return appeal.criteria().stream()
                .map((Contested one) -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("code", one.criterion());
                    row.put("text", checklist.get(one.criterion()).text());
                    row.put("max", Words.points(checklist.get(one.criterion()).max()));
                    row.put("finalScore", Words.points(one.score()));
                    row.put("proposedScore", Words.points(one.proposedScore()));
                    row.put("note", Objects.requireNonNullElse(one.reason(), ""));
                    return row;
                })
                .toList();
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        String decision = data.text("decision");
        deciding.decide(task.cycle(), task.unit(), task.user(), decision.equals("approve"), data.text("reason"));
        return Outcome.accepted(Map.of("decision", decision));
    }
}
