package nepsong.crossinspection.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import nepsong.catalogue.Criterion;
import nepsong.catalogue.RuleWords;
import nepsong.evidence.FiledPieces;
import nepsong.organisation.TypedText;
import nepsong.selfassessment.CriterionRow;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.SelfScore;
import nepsong.selfassessment.UnitChecklist;

/** What the rows of a scorecard only show, by criterion; {@code first} marks the row at which a group begins. */
final class ScorecardCatalogue {

    private static final String PHOTO =
            "**Chấm dưới điểm tối đa thì cần có ảnh của đoàn kiểm tra; thiếu ảnh sẽ ghi trong biên bản**";

    private ScorecardCatalogue() {}

    /**
     * @param ofUnit  pieces of evidence that the unit has brought
     * @param ofVisit those of its inspectors
     */
    static Map<String, Map<String, Object>> of(
            UnitChecklist checklist, List<ScorecardRow> scorecard, FiledPieces ofUnit, FiledPieces ofVisit) {
        Map<String, Map<String, Object>> catalogue = withoutScores(checklist, scorecard);
        for (ScorecardRow row : scorecard) {
            Criterion criterion = checklist.get(row.criterion());
            Map<String, Object> shown = Objects.requireNonNull(catalogue.get(row.criterion()));
            shown.put("self", self(criterion, row));
            shown.put(
                    "filed",
                    "Minh chứng: " + filed(ofUnit, row, "của đơn vị") + ", "
                            + filed(ofVisit, row, "của đoàn kiểm tra")
                            + (criterion.photoRequired() ? ". " + PHOTO : ""));
        }
        return catalogue;
    }

    /** The criteria alone, for whoever is to judge without regard to others. */
    static Map<String, Map<String, Object>> withoutScores(UnitChecklist checklist, List<ScorecardRow> scorecard) {
        Map<String, BigDecimal> groupMax = new LinkedHashMap<>();
        scorecard.forEach(row -> {
            Criterion criterion = checklist.get(row.criterion());
            groupMax.merge(criterion.groupCode(), criterion.max(), BigDecimal::add);
        });
        Set<String> begun = new HashSet<>();
        Map<String, Map<String, Object>> catalogue = new LinkedHashMap<>();
        for (ScorecardRow row : scorecard) {
            Criterion criterion = checklist.get(row.criterion());
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("first", begun.add(criterion.groupCode()));
            shown.put("setName", criterion.set().title());
            shown.put("group", criterion.group());
            shown.put("groupName", criterion.groupName());
            shown.put("groupMax", groupMax.getOrDefault(criterion.groupCode(), BigDecimal.ZERO));
            shown.put("prefix", criterion.groupCode());
            shown.put("method", RuleWords.method(criterion.method()));
            shown.put("evidence", criterion.evidence());
            catalogue.put(criterion.code(), shown);
        }
        return catalogue;
    }

    static Map<String, String> naRules(UnitChecklist checklist, List<ScorecardRow> scorecard) {
        return CriterionRow.naRules(
                scorecard.stream().map(row -> checklist.get(row.criterion())).toList());
    }

    private static String filed(FiledPieces pieces, ScorecardRow row, String whose) {
        int count = pieces.count(row.criterion());
        return "**%d** tệp %s".formatted(count, whose) + (count == 0 ? "" : " – " + pieces.words(row.criterion()));
    }

    /** The unit's own score with its words and documents, for a text of a form. */
    static String self(Criterion criterion, ScorecardRow row) {
        return self(criterion, row, score -> "**" + Words.points(score) + "** điểm");
    }

    /** The same for the cell of a table, which knows no marks. */
    static String selfInATable(Criterion criterion, ScorecardRow row) {
        return self(criterion, row, score -> Words.points(score) + " điểm");
    }

    private static String self(Criterion criterion, ScorecardRow row, Function<BigDecimal, String> points) {
        SelfScore self = row.self();
        if (self == null) {
            return "đơn vị không nộp tự đánh giá";
        }
        List<String> words = new ArrayList<>();
        words.add(self.notApplicable() ? "không áp dụng" : points.apply(self.score()));
        if (self.naReason() != null) {
            words.add("lý do: " + TypedText.withinSentence(self.naReason()));
        }
        String figures = self.figures().words(criterion);
        if (!figures.isEmpty()) {
            words.add("số liệu: " + figures);
        }
        if (self.note() != null) {
            words.add("thuyết minh: " + TypedText.withinSentence(self.note()));
        }
        String cited = self.evidence().cited();
        if (!cited.isEmpty()) {
            words.add("minh chứng: " + cited);
        }
        return String.join("; ", words);
    }
}
