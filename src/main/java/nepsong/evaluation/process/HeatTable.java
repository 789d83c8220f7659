package nepsong.evaluation.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nepsong.catalogue.Checklist;
import nepsong.evaluation.ProposeAppraisals.Proposal;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Units by groups of criteria. A sign beside a weak figure says what a colour would. */
@Component
class HeatTable {

    /** Below this percentage a group caps the grade (V5), below the other it keeps the unit from the best (V6). */
    private static final BigDecimal BAD = BigDecimal.valueOf(50);

    private static final BigDecimal WEAK = BigDecimal.valueOf(75);

    private final Units units;

    HeatTable(Units units) {
        this.units = units;
    }

    /** The rows, the columns that they need and what these mean: not every unit is judged by both sets. */
    Map<String, Object> of(List<Proposal> proposed, Checklist checklist) {
        Map<String, String> names = units
                .find(proposed.stream().map(HeatTable::unit).toList())
                .stream()
                .collect(Collectors.toMap(Unit::code, Unit::name));
        SortedSet<String> groups = new TreeSet<>();
        proposed.forEach(one -> groups.addAll(one.candidate().scores().groups().keySet()));
        List<Map<String, String>> columns = new ArrayList<>();
        columns.add(Map.of("key", "unit", "label", "Đơn vị"));
        groups.forEach(group -> columns.add(Map.of("key", key(group), "label", group)));
        List<Map<String, String>> rows = new ArrayList<>();
        for (Proposal one : proposed) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("unit", names.getOrDefault(unit(one), unit(one)));
            groups.forEach(group ->
                    row.put(key(group), cell(one.candidate().scores().groups().get(group))));
            rows.add(row);
        }
        String legend = checklist.groupNames().entrySet().stream()
                .filter(group -> groups.contains(group.getKey()))
                .map(group -> group.getKey() + ": " + group.getValue())
                .collect(Collectors.joining("; "));
        return Map.of("heat", rows, "heatColumns", columns, "heatLegend", legend);
    }

    private static String unit(Proposal proposal) {
        return proposal.candidate().facts().unit();
    }

    private static String key(String group) {
        return group.replace("-", "");
    }

    private static String cell(@Nullable BigDecimal percent) {
        String points = Words.points(percent);
        if (percent == null || percent.compareTo(WEAK) >= 0) {
            return points;
        }
        return percent.compareTo(BAD) < 0 ? "▼ %s".formatted(points) : "△ %s".formatted(points);
    }
}
