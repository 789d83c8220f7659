package nepsong.evaluation.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Cycles;
import nepsong.evaluation.Appeal;
import nepsong.evaluation.Result;
import nepsong.evaluation.Results;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One unit's result as the forms of an appeal show it. */
@Component
class ResultView {

    private final Results results;
    private final Scorecards scorecards;
    private final UnitChecklists checklists;
    private final Cycles cycles;
    private final EvidencePieces evidence;

    ResultView(
            Results results, Scorecards scorecards, UnitChecklists checklists, Cycles cycles, EvidencePieces evidence) {
        this.evidence = evidence;
        this.results = results;
        this.scorecards = scorecards;
        this.checklists = checklists;
        this.cycles = cycles;
    }

    Map<String, Object> open(String cycle, String unit) {
        Result result = results.of(cycle, unit).orElseThrow();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("cycleName", cycles.get(cycle).name());
        shown.put("blocName", cycles.bloc(cycle, result.bloc()).name());
        shown.put("selfScore", Words.points(result.selfScore()));
        shown.put("crossScore", Words.points(result.crossScore()));
        shown.put("totalScore", Words.points(result.totalScore()));
        shown.put("bonus", Words.points(result.bonus()));
        shown.put("penalty", Words.points(result.penalty()));
        shown.put("finalScore", Words.points(result.finalScore()));
        shown.put("grade", result.grade().title());
        shown.put("gradeByScore", result.gradeByScore().title());
        shown.put("rank", result.rank());
        shown.put(
                "caps",
                result.caps().stream()
                        .map(cap -> Map.of(
                                "code",
                                cap.citation(),
                                "reason",
                                cap.reason(),
                                "highest",
                                cap.highest().title(),
                                "effect",
                                cap.lowers(result.earned()) ? "hạ xếp loại" : "không làm đổi xếp loại"))
                        .toList());
        shown.put("scores", criteria(cycle, unit));
        return shown;
    }

    /** One row per criterion, in the order of the checklist. */
    List<Map<String, Object>> criteria(String cycle, String unit) {
        UnitChecklist checklist = checklists.of(cycle, unit);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ScorecardRow row : scorecards.of(cycle, unit)) {
            Map<String, Object> shown = row(checklist.get(row.criterion()), row);
            shown.put("file", "/units/" + unit + "?cycle=" + cycle + "#" + row.criterion());
            rows.add(shown);
        }
        return rows;
    }

    /**
     * How many files came with the appeal, for each criterion that it is about, in words: a form shows no zero; and how
     * many of the appraisers' stand behind points and grade.
     */
    Map<String, Object> files(Appeal appeal) {
        Map<String, Integer> counts = evidence.counts(appeal.cycle(), appeal.unit(), EvidenceKind.APPEAL);
        Map<String, String> told = new LinkedHashMap<>();
        Map<String, Integer> attached = new LinkedHashMap<>();
        for (Appeal.Contested one : appeal.criteria()) {
            Integer count = counts.get(one.criterion());
            told.put(one.criterion(), count == null ? "không có" : String.valueOf(count));
            attached.put(one.criterion(), count == null ? 0 : count);
        }
        int grounds = evidence.counts(appeal.cycle(), appeal.unit(), EvidenceKind.APPRAISAL).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return Map.of("appealFiles", told, "appealAttached", attached, "groundFiles", grounds);
    }

    private static Map<String, Object> row(Criterion criterion, ScorecardRow row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("code", criterion.code());
        shown.put("text", criterion.text());
        shown.put("max", criterion.max());
        shown.put(
                "selfScore",
                points(row.selfAnswer().notApplicable(), row.selfAnswer().score()));
        shown.put(
                "crossScore",
                points(row.crossAnswer().notApplicable(), row.crossAnswer().score()));
        shown.put("settled", row.settledAnswer().score());
        shown.put(
                "finalScore",
                points(row.settledAnswer().notApplicable(), row.settledAnswer().score()));
        shown.put("notes", notes(row));
        return shown;
    }

    private static String notes(ScorecardRow row) {
        var self = row.self();
        var cross = row.cross();
        return Stream.of(
                        self == null || self.note() == null ? null : "Đơn vị: " + self.note(),
                        cross == null || cross.note() == null ? null : "Đoàn kiểm tra chéo: " + cross.note(),
                        row.dispute() == null || row.dispute().explanation() == null
                                ? null
                                : "Giải trình: " + row.dispute().explanation())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
    }

    private static String points(boolean notApplicable, @Nullable BigDecimal score) {
        return notApplicable ? "không áp dụng" : Words.points(score);
    }
}
