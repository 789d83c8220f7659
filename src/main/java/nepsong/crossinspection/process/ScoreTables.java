package nepsong.crossinspection.process;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nepsong.catalogue.Criterion;
import nepsong.crossinspection.DisputedRow;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.ScorecardRow.CrossScore;
import nepsong.selfassessment.ScorecardRow.Dispute;
import nepsong.selfassessment.UnitChecklist;
import org.jspecify.annotations.Nullable;

/** Self-score and cross-score beside each other: as a table to read, and as rows to answer. Totals are computed here. */
final class ScoreTables {

    private ScoreTables() {}

    /** The values {@code selfTotal}, {@code crossTotal} and {@code scores}. */
    static Map<String, Object> compared(UnitChecklist checklist, List<ScorecardRow> scorecard) {
        boolean submitted = scorecard.stream().anyMatch(row -> row.self() != null);
        return Map.of(
                "selfTotal",
                submitted
                        ? Words.points(checklist.total(
                                scorecard.stream().map(ScorecardRow::selfAnswer).toList()))
                        : "không nộp",
                "crossTotal",
                Words.points(checklist.total(
                        scorecard.stream().map(ScorecardRow::crossAnswer).toList())),
                "scores",
                scorecard.stream()
                        .map(row -> compared(checklist.get(row.criterion()), row))
                        .toList());
    }

    private static Map<String, Object> compared(Criterion criterion, ScorecardRow row) {
        return Map.of(
                "code",
                criterion.code(),
                "text",
                criterion.text(),
                "max",
                Words.points(criterion.max()),
                "self",
                row.self() == null ? "–" : Words.points(row.selfAnswer()),
                "cross",
                Words.points(row.crossAnswer()),
                "note",
                crossNote(row));
    }

    /** What every row shows that a unit was asked about; the forms add what is to be filled in. */
    static Map<String, Object> row(UnitChecklist checklist, DisputedRow disputed) {
        ScorecardRow scored = disputed.row();
        Criterion criterion = checklist.get(scored.criterion());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", criterion.code());
        row.put("text", criterion.text());
        row.put("max", criterion.max());
        put(row, "selfScore", scored.selfAnswer().score());
        put(row, "score", scored.crossAnswer().score());
        row.put("note", crossNote(scored));
        return row;
    }

    /** The words about the rows, by criterion. */
    static Map<String, Map<String, Object>> catalogue(UnitChecklist checklist, List<DisputedRow> rows) {
        return rows.stream().collect(Collectors.toMap(DisputedRow::criterion, row -> words(checklist, row)));
    }

    /** The value {@code explanationFiles}: how many came with each row's explanation; as text, for a form hides a zero. */
    static Map<String, Object> files(List<DisputedRow> rows, Map<String, Integer> counts) {
        return rows.stream()
                .map(DisputedRow::criterion)
                .collect(Collectors.toMap(code -> code, code -> String.valueOf(counts.getOrDefault(code, 0))));
    }

    /** The words about one row. */
    static Map<String, Object> words(UnitChecklist checklist, DisputedRow row) {
        ScorecardRow scored = row.row();
        Dispute dispute = scored.dispute();
        return Map.of(
                "self",
                ScorecardCatalogue.self(checklist.get(scored.criterion()), scored),
                "cross",
                Words.points(scored.crossAnswer()),
                "note",
                crossNote(scored),
                "explanation",
                dispute == null ? "" : Objects.requireNonNullElse(dispute.explanation(), ""),
                "wanted",
                dispute == null ? "" : Words.points(wanted(scored)),
                "answer",
                dispute == null ? "" : answer(dispute, row),
                "far",
                row.toHead(),
                "mayBeLeftOut",
                scored.selfAnswer().notApplicable() || scored.crossAnswer().notApplicable());
    }

    private static nepsong.selfassessment.Answer wanted(ScorecardRow row) {
        BigDecimal score = nepsong.crossinspection.AnswerExplanation.wanted(row);
        return new nepsong.selfassessment.Answer(row.criterion(), score == null, null, score);
    }

    private static String answer(Dispute dispute, DisputedRow row) {
        DisputedRow.Outcome answered = row.answered();
        if (answered == null || dispute.answer() == null) {
            return "";
        }
        String decision =
                switch (dispute.answer()) {
                    case "accept" -> "Chấp nhận";
                    case "partly" -> "Chấp nhận một phần";
                    default -> "Không chấp nhận";
                };
        String score = answered.notApplicable() ? "không áp dụng" : Words.points(answered.score()) + " điểm";
        return decision + " (" + score + "): " + Objects.requireNonNullElse(dispute.answerReason(), "");
    }

    private static String crossNote(ScorecardRow row) {
        CrossScore cross = row.cross();
        if (cross == null) {
            return "";
        }
        String reason = cross.naReason() == null ? "" : "Lý do không áp dụng: " + cross.naReason() + "\n";
        String sample = cross.sample().words();
        return reason
                + (sample.isEmpty() ? "" : "Đã kiểm tra: " + sample + "\n")
                + Objects.requireNonNullElse(cross.note(), "");
    }

    private static void put(Map<String, Object> row, String key, @Nullable Object value) {
        if (value != null) {
            row.put(key, value);
        }
    }
}
