package nepsong.selfassessment.process;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.catalogue.Criterion;
import nepsong.catalogue.RuleWords;
import nepsong.engine.FormData;
import nepsong.evidence.FiledPieces;
import nepsong.selfassessment.CriterionRow;
import nepsong.selfassessment.Evidence;
import nepsong.selfassessment.Figures;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.SelfScore;
import nepsong.selfassessment.UnitChecklist;
import org.jspecify.annotations.Nullable;

/** The scorecard as the two forms show it in which a coordinator scores: rows to fill in, and beside them the catalogue. */
final class ScorecardView {

    private ScorecardView() {}

    /** The rows {@code criteria}, and {@code naRules} by criterion: what a submission is read against. */
    static Map<String, Object> open(UnitChecklist checklist, List<ScorecardRow> scorecard) {
        return Map.of(
                "criteria",
                scorecard.stream()
                        .map(row -> row(checklist.get(row.criterion()), row.self()))
                        .toList(),
                "naRules",
                CriterionRow.naRules(scorecard.stream()
                        .map(row -> checklist.get(row.criterion()))
                        .toList()));
    }

    /**
     * The value {@code catalogue} by criterion: what the rows show beside it.
     *
     * @param pieces of evidence that the unit has filed
     */
    static Map<String, Object> show(UnitChecklist checklist, List<ScorecardRow> scorecard, FiledPieces pieces) {
        return Map.of(
                "catalogue",
                catalogue(
                        scorecard.stream()
                                .map(row -> checklist.get(row.criterion()))
                                .toList(),
                        pieces));
    }

    private static Map<String, Object> row(Criterion criterion, @Nullable SelfScore self) {
        Map<String, Object> row = CriterionRow.of(criterion);
        row.put("notApplicable", self != null && self.notApplicable());
        if (self != null) {
            put(row, "naReason", self.naReason());
            put(row, "score", self.score());
            put(row, "note", self.note());
            put(row, "evidenceNumber", self.evidence().number());
            put(row, "evidenceIssuedOn", self.evidence().issuedOn());
            put(row, "evidencePage", self.evidence().page());
            put(row, "counted", self.figures().counted());
            put(row, "total", self.figures().total());
        }
        return row;
    }

    private static void put(Map<String, Object> row, String key, @Nullable Object value) {
        if (value != null) {
            row.put(key, value);
        }
    }

    /** {@code first} marks the row at which a group begins. */
    private static Map<String, Map<String, Object>> catalogue(List<Criterion> criteria, FiledPieces pieces) {
        Map<String, BigDecimal> groupMax = new LinkedHashMap<>();
        criteria.forEach(criterion -> groupMax.merge(criterion.groupCode(), criterion.max(), BigDecimal::add));
        Set<String> begun = new HashSet<>();
        Map<String, Map<String, Object>> catalogue = new LinkedHashMap<>();
        for (Criterion criterion : criteria) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("first", begun.add(criterion.groupCode()));
            shown.put("setName", criterion.set().title());
            shown.put("group", criterion.group());
            shown.put("groupName", criterion.groupName());
            shown.put("groupMax", groupMax.getOrDefault(criterion.groupCode(), BigDecimal.ZERO));
            shown.put("prefix", criterion.groupCode());
            shown.put("method", RuleWords.method(criterion.method()));
            shown.put("evidence", criterion.evidence());
            shown.put("filed", Words.filed(pieces, criterion));
            catalogue.put(criterion.code(), shown);
        }
        return catalogue;
    }

    static List<SelfScore> read(FormData data) {
        return data.rows("criteria").stream()
                .map(row -> new SelfScore(
                        row.text("code"),
                        row.flag("notApplicable"),
                        row.textOrNull("naReason"),
                        row.number("score").orElse(null),
                        row.textOrNull("note"),
                        new Evidence(
                                row.textOrNull("evidenceNumber"),
                                row.date("evidenceIssuedOn").orElse(null),
                                row.textOrNull("evidencePage")),
                        new Figures(number(row, "counted"), number(row, "total"))))
                .toList();
    }

    private static @Nullable Integer number(FormData row, String key) {
        return row.number(key).map(BigDecimal::intValueExact).orElse(null);
    }
}
