package nepsong.evaluation.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.evaluation.Appraisal;
import nepsong.evaluation.Appraisals;
import nepsong.evaluation.Conference.Minutes;
import nepsong.evaluation.Conferences;
import nepsong.evaluation.Remark;
import nepsong.evaluation.Report;
import nepsong.evaluation.ReportFigures;
import nepsong.evaluation.ReportSection;
import nepsong.evaluation.Result;
import nepsong.evaluation.Results;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

/** What several forms show of the report and the results. */
@Component
class ReportView {

    private final ReportFigures figures;
    private final Results results;
    private final Appraisals appraisals;
    private final Conferences conferences;
    private final Cycles cycles;
    private final Units units;

    ReportView(
            ReportFigures figures,
            Results results,
            Appraisals appraisals,
            Conferences conferences,
            Cycles cycles,
            Units units) {
        this.figures = figures;
        this.results = results;
        this.appraisals = appraisals;
        this.conferences = conferences;
        this.cycles = cycles;
        this.units = units;
    }

    static String key(ReportSection section) {
        return "section" + (section.ordinal() + 1);
    }

    /** Where the report is taken away, to be read or printed. */
    static String page(String cycle) {
        return "/papers/results/" + cycle;
    }

    Map<String, Object> of(Report report) {
        Map<String, Object> shown = figures(report.cycle());
        shown.put("version", report.version());
        shown.put("reportPage", page(report.cycle()));
        for (ReportSection section : ReportSection.values()) {
            shown.put(key(section), report.section(section));
        }
        return shown;
    }

    Map<String, Object> figures(String cycle) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("cycleName", cycles.get(cycle).name());
        shown.put(
                "figures",
                figures.of(cycle).stream()
                        .map(figure -> Map.of("name", figure.name(), "value", figure.value()))
                        .toList());
        return shown;
    }

    /** What the conference concluded, and whom it told to do what. */
    Map<String, Object> conclusion(Report report) {
        Map<String, Object> shown = new LinkedHashMap<>();
        conferences.minutes(report).ifPresent(minutes -> {
            shown.put("conclusion", minutes.conclusion());
            shown.put("speeches", speeches(minutes));
            shown.put(
                    "followUps",
                    minutes.followUps().stream()
                            .map(one -> Map.of("task", one.task(), "unit", one.unit(), "dueOn", Words.day(one.dueOn())))
                            .toList());
        });
        return shown;
    }

    /** Those who want the report changed, and what the conference said to that. */
    private static List<Map<String, String>> speeches(Minutes minutes) {
        return minutes.speeches().stream()
                .filter(one -> !one.proposal().isEmpty())
                .map(one -> Map.of(
                        "speaker", one.speaker(),
                        "section", Remark.titleOfSection(one.section()),
                        "kind", Remark.titleOfKind(one.kind()),
                        "proposal", one.proposal(),
                        "reason", one.reason(),
                        "answer", one.answer().isEmpty() ? "chưa ghi" : one.answer()))
                .toList();
    }

    List<Map<String, Object>> results(String cycle) {
        Map<String, String> blocs = new LinkedHashMap<>();
        cycles.blocs(cycle).forEach((Bloc bloc) -> blocs.put(bloc.code(), bloc.name()));
        List<Result> graded = results.of(cycle);
        Map<String, Appraisal> appraised = appraisals.of(cycle);
        Map<String, String> names = new LinkedHashMap<>();
        units.find(graded.stream().map(Result::unit).toList())
                .forEach((Unit unit) -> names.put(unit.code(), unit.name()));
        return graded.stream()
                .map(result -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("bloc", blocs.getOrDefault(result.bloc(), result.bloc()));
                    row.put("rank", result.rank());
                    row.put("unit", names.getOrDefault(result.unit(), result.unit()));
                    row.put("finalScore", Words.points(result.finalScore()));
                    row.put("grade", result.grade().title());
                    Appraisal appraisal = appraised.get(result.unit());
                    row.put("caps", Words.limits(result, appraisal == null ? "" : appraisal.adjustmentReason()));
                    return row;
                })
                .toList();
    }
}
