package nepsong.progress.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nepsong.progress.Row;
import org.jspecify.annotations.Nullable;

/**
 * Units against groups of criteria.
 *
 * @param groups names by code, in their order
 * @param units  by bloc
 */
public record HeatMap(Map<String, String> groups, Map<String, List<Line>> units) {

    /** What the squares show. */
    public enum Measure {
        SELF("Tự chấm", "self_percent"),
        CROSS("Chấm chéo", "cross_percent"),
        FINAL("Điểm chốt", "final_percent"),
        DIFFERENCE("Chênh lệch", "difference");

        private final String title;
        private final String column;

        Measure(String title, String column) {
            this.title = title;
            this.column = column;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Measure of(String code) {
            return Stream.of(values())
                    .filter(measure -> measure.code().equals(code))
                    .findFirst()
                    .orElse(FINAL);
        }
    }

    public record Line(String unit, String name, List<Square> squares) {

        public Line {
            squares = List.copyOf(squares);
        }
    }

    /**
     * One unit in one group.
     *
     * @param group the code
     * @param tone  for style sheets: {@code heat-1} (weak) to {@code heat-5} (strong), or how far apart the scores are
     * @param sign  says what the colour says
     */
    public record Square(String group, String groupName, String text, String tone, String sign) {}

    static HeatMap of(String cycle, List<Row> rows, Measure measure) {
        Map<String, String> groups = new TreeMap<>(java.util.Comparator.comparing(HeatMap::workplacesFirst));
        rows.forEach(row -> groups.put(row.text("group_code"), row.text("group_name")));
        Map<String, Map<String, Row>> byUnit = new LinkedHashMap<>();
        rows.forEach(row -> byUnit.computeIfAbsent(row.text("unit"), unit -> new HashMap<>())
                .put(row.text("group_code"), row));
        Map<String, List<Line>> units = new LinkedHashMap<>();
        byUnit.forEach((unit, ofUnit) -> {
            Row any = ofUnit.values().iterator().next();
            List<Square> squares = groups.entrySet().stream()
                    .map(group -> square(group.getKey(), group.getValue(), ofUnit.get(group.getKey()), measure))
                    .toList();
            String name = any.text("unit_name");
            units.computeIfAbsent(any.text("bloc_name"), bloc -> new ArrayList<>())
                    .add(new Line(unit, name.isEmpty() ? unit : name, squares));
        });
        return new HeatMap(groups, units);
    }

    private static String workplacesFirst(String group) {
        return (group.startsWith("CS") ? "1" : "2") + group;
    }

    private static Square square(String group, String name, @Nullable Row row, Measure measure) {
        BigDecimal value = row == null ? null : row.score(measure.column);
        if (value == null) {
            return new Square(group, name, "–", "heat-none", "");
        }
        String text = Wording.decimal(value);
        return measure == Measure.DIFFERENCE ? difference(group, name, value, text) : percent(group, name, value, text);
    }

    private static Square percent(String group, String name, BigDecimal value, String text) {
        int level = Stream.of(50, 65, 75, 90)
                .mapToInt(bound -> value.compareTo(BigDecimal.valueOf(bound)) >= 0 ? 1 : 0)
                .sum();
        return new Square(group, name, text, "heat-" + (level + 1), level < 2 ? "▼" : level == 4 ? "▲" : "");
    }

    private static Square difference(String group, String name, BigDecimal value, String text) {
        boolean wide = value.abs().compareTo(BigDecimal.TEN) >= 0;
        boolean some = value.abs().compareTo(BigDecimal.valueOf(5)) >= 0;
        String tone = !some
                ? "apart-0"
                : value.signum() < 0 ? (wide ? "below-2" : "below-1") : (wide ? "above-2" : "above-1");
        return new Square(
                group, name, value.signum() > 0 ? "+" + text : text, tone, !some ? "" : value.signum() < 0 ? "▼" : "▲");
    }
}
