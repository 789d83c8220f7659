package nepsong.evaluation.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nepsong.catalogue.Parameter;
import nepsong.catalogue.ParameterValues;
import nepsong.engine.FormData;
import nepsong.evaluation.PointCause;
import nepsong.evaluation.PointItem;

/** The causes for points, as the rows of a form. */
final class PointRows {

    private PointRows() {}

    static List<Map<String, Object>> of(List<PointItem> items) {
        return items.stream()
                .map(item -> Map.<String, Object>of(
                        "unit",
                        item.unit(),
                        "cause",
                        item.cause().name(),
                        "times",
                        item.times(),
                        "reason",
                        item.reason(),
                        "evidence",
                        item.evidence()))
                .toList();
    }

    /** How many points each cause is worth in the cycle, for whoever writes them. */
    static Map<String, Object> worth(ParameterValues rules) {
        return Map.of(
                "bonusEach", Words.points(rules.get(Parameter.BONUS_EACH)),
                "latePerDay", Words.points(rules.get(Parameter.LATE_PER_DAY)),
                "lateHighest", Words.points(rules.get(Parameter.LATE_HIGHEST)),
                "dutyRefused", Words.points(rules.get(Parameter.DUTY_REFUSED)),
                "complaintUnanswered", Words.points(rules.get(Parameter.COMPLAINT_UNANSWERED)));
    }

    /** What caps the grade for untrue evidence costs points too, whether or not it is written a second time. */
    static List<PointItem> read(List<FormData> rows, List<FormData> units) {
        List<PointItem> items =
                new ArrayList<>(rows.stream().map(PointRows::item).toList());
        List<PointItem> vetoes = units.stream()
                .filter(unit ->
                        unit.flag("evidenceUntrue") && unit.number("penalty").isEmpty())
                .filter(unit -> items.stream()
                        .noneMatch(item -> item.cause() == PointCause.EVIDENCE_UNTRUE
                                && item.unit().equals(unit.text("unit"))))
                .map(unit -> new PointItem(
                        unit.text("unit"),
                        PointCause.EVIDENCE_UNTRUE,
                        1,
                        unit.text("vetoNote"),
                        "căn cứ hạ loại V3 đã nêu"))
                .toList();
        items.addAll(vetoes);
        return items;
    }

    private static PointItem item(FormData row) {
        return new PointItem(
                row.text("unit"),
                PointCause.valueOf(row.text("cause")),
                row.number("times").map(BigDecimal::intValueExact).orElse(1),
                row.text("reason"),
                row.text("evidence"));
    }
}
