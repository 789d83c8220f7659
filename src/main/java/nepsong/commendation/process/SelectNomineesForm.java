package nepsong.commendation.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.commendation.NominateUnits;
import nepsong.commendation.Nominee;
import nepsong.commendation.Nominees;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.Result;
import org.springframework.stereotype.Component;

/** Stands here because the choice begins the commendations, and the cycle itself does not know of awards. */
@Component
class SelectNomineesForm implements TaskForm {

    private final Nominees nominees;
    private final NominateUnits nominate;
    private final NominationView view;
    private final Cycles cycles;

    SelectNomineesForm(Nominees nominees, NominateUnits nominate, NominationView view, Cycles cycles) {
        this.nominees = nominees;
        this.nominate = nominate;
        this.view = view;
        this.cycles = cycles;
    }

    @Override
    public String key() {
        return "inspection-cycle.select-nominees";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        List<Nominee> eligible = nominees.of(task.cycle());
        Map<String, String> blocs =
                cycles.blocs(task.cycle()).stream().collect(Collectors.toMap(Bloc::code, Bloc::name));
        return Map.of(
                "cycle", task.cycle(),
                "nomineeCount", eligible.size(),
                "catalogue",
                        eligible.stream()
                                .collect(Collectors.toMap(
                                        nominee -> nominee.result().unit(), nominee -> described(nominee, blocs))),
                "nominees",
                        eligible.stream()
                                .map(nominee -> Map.<String, Object>of(
                                        "code", nominee.result().unit(), "nominate", nominee.first()))
                                .toList());
    }

    private Map<String, Object> described(Nominee nominee, Map<String, String> blocs) {
        Result result = nominee.result();
        return Map.of(
                "unitName", view.unitName(result.unit()),
                "bloc", blocs.getOrDefault(result.bloc(), result.bloc()),
                "grade", result.grade().title(),
                "rank", result.rank(),
                "score",
                        result.finalScore().stripTrailingZeros().toPlainString().replace('.', ','),
                "award", nominee.award().title(),
                "reason", nominee.reason());
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        Set<String> picked = data.rows("nominees").stream()
                .filter(row -> row.flag("nominate"))
                .map(row -> row.text("code"))
                .collect(Collectors.toSet());
        return Outcome.of(nominate.nominate(task.cycle(), picked, task.user()), Map.of());
    }
}
