package nepsong.evaluation.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Affair;
import nepsong.cycle.Cycles;
import nepsong.delegation.StandIns;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.AnswerOpinions;
import nepsong.evaluation.Opinions;
import nepsong.evaluation.Remark;
import nepsong.evaluation.Report;
import nepsong.evaluation.Reports;
import nepsong.evidence.Dossier;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import org.springframework.stereotype.Component;

@Component
class AnswerOpinionsForm implements TaskForm {

    private final AnswerOpinions answering;
    private final Reports reports;
    private final Opinions opinions;
    private final StandIns standIns;
    private final Cycles cycles;
    private final EvidencePieces papers;

    AnswerOpinionsForm(
            AnswerOpinions answering,
            Reports reports,
            Opinions opinions,
            StandIns standIns,
            Cycles cycles,
            EvidencePieces papers) {
        this.papers = papers;
        this.answering = answering;
        this.reports = reports;
        this.opinions = opinions;
        this.standIns = standIns;
        this.cycles = cycles;
    }

    @Override
    public String key() {
        return "evaluation.answer-opinions";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Report report = reports.get(task.cycle());
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<String, Map<String, Object>> asked = new LinkedHashMap<>();
        for (Remark remark : opinions.remarks(report)) {
            String author = standIns.author(remark.person(), Affair.ofCycle(task.cycle()), "evaluation.give-opinion");
            rows.add(row(remark, author));
            asked.put(
                    code(remark),
                    Map.of(
                            "specific",
                            !remark.isOfTheWhole(),
                            "kind",
                            remark.kindTitle(),
                            "reason",
                            remark.reason().isEmpty() ? "không nêu" : remark.reason(),
                            "author",
                            author,
                            "section",
                            remark.sectionTitle(),
                            "text",
                            remark.text(),
                            "proposal",
                            remark.proposal().isEmpty() ? "không nêu" : remark.proposal()));
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("cycleName", cycles.get(task.cycle()).name());
        shown.put("version", report.version());
        shown.put("remarks", rows);
        shown.put("asked", asked);
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        return Map.of(
                "opinionFiles",
                papers.count(Dossier.ofCycle(task.cycle()), EvidenceKind.REPORT_OPINION),
                "reportPage",
                ReportView.page(task.cycle()));
    }

    private static Map<String, Object> row(Remark remark, String author) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", code(remark));
        row.put("name", "%s – %s".formatted(author, remark.sectionTitle()));
        return row;
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        Map<String, FormData> answers = new LinkedHashMap<>();
        data.rows("remarks").forEach(row -> answers.put(row.text("code"), row));
        List<Remark> answered = opinions.remarks(reports.get(task.cycle())).stream()
                .filter(remark -> answers.containsKey(code(remark)))
                .map(remark -> answered(remark, answers))
                .toList();
        answering.answer(task.cycle(), task.user(), answered);
        return Outcome.accepted();
    }

    private static Remark answered(Remark remark, Map<String, FormData> answers) {
        FormData answer = answers.getOrDefault(code(remark), new FormData(Map.of()));
        return new Remark(
                remark.person(),
                remark.position(),
                remark.section(),
                remark.text(),
                remark.proposal(),
                remark.kind(),
                remark.reason(),
                answer.text("answer"),
                answer.text("answerText"));
    }

    private static String code(Remark remark) {
        return remark.person() + "/" + remark.position();
    }
}
