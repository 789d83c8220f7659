package nepsong.directive.process;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.catalogue.CriteriaSet;
import nepsong.catalogue.Weights;
import nepsong.engine.DeployedTables;
import nepsong.engine.FormData;
import nepsong.engine.Option;
import nepsong.organisation.Unit;
import nepsong.organisation.UnitKind;
import org.springframework.stereotype.Component;

/** By what a cycle's units are judged, as its configuration shows and takes it: weights of the sets, versions of the tables. */
@Component
class JudgedBy {

    private static final String GRADES = "performance-grade";
    private static final String CAPS = "grade-cap";

    /** Nobody chooses their version: the cycle keeps the one of the day on which it is configured. */
    private static final List<String> OTHERS = List.of("discrepancy", "finding-deadline");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Weights weights;
    private final DeployedTables tables;

    JudgedBy(Weights weights, DeployedTables tables) {
        this.weights = weights;
        this.tables = tables;
    }

    /** The catalogue's weights of the kinds that are there, and the newest tables. */
    Map<String, Object> proposed(List<Unit> units) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("weights", rows(units));
        propose("gradeTable", GRADES, shown);
        propose("capTable", CAPS, shown);
        return shown;
    }

    private List<Map<String, Object>> rows(List<Unit> units) {
        List<String> kinds = units.stream().map(Unit::kind).distinct().toList();
        Map<String, Map<CriteriaSet, BigDecimal>> usual = weights.byKind();
        return UnitKind.titles().entrySet().stream()
                .filter(kind -> kinds.contains(kind.getKey()))
                .map(kind -> row(kind.getKey(), kind.getValue(), usual.getOrDefault(kind.getKey(), Map.of())))
                .toList();
    }

    private static Map<String, Object> row(String kind, String title, Map<CriteriaSet, BigDecimal> usual) {
        return Map.of(
                "kind",
                kind,
                "kindName",
                title,
                "workplace",
                percent(usual, CriteriaSet.WORKPLACE),
                "publicPlace",
                percent(usual, CriteriaSet.PUBLIC_PLACE));
    }

    private static int percent(Map<CriteriaSet, BigDecimal> weights, CriteriaSet set) {
        return weights.getOrDefault(set, BigDecimal.ZERO).movePointRight(2).intValueExact();
    }

    private void propose(String field, String table, Map<String, Object> shown) {
        List<DeployedTables.Version> versions = tables.versions(table);
        int newest = versions.get(0).number();
        shown.put(field, String.valueOf(newest));
        shown.put(
                field + "Options",
                versions.stream()
                        .map(version -> new Option(
                                String.valueOf(version.number()),
                                (version.number() == newest
                                                ? "Phiên bản %d – từ %s (mới nhất)"
                                                : "Phiên bản %d – từ %s")
                                        .formatted(version.number(), DAY.format(version.since()))))
                        .toList());
    }

    /** By kind of unit; a set without weight is left out. */
    Map<String, Map<CriteriaSet, BigDecimal>> weights(FormData data) {
        Map<String, Map<CriteriaSet, BigDecimal>> chosen = new LinkedHashMap<>();
        for (FormData row : data.rows("weights")) {
            Map<CriteriaSet, BigDecimal> sets = new EnumMap<>(CriteriaSet.class);
            put(sets, CriteriaSet.WORKPLACE, row.integer("workplace"));
            put(sets, CriteriaSet.PUBLIC_PLACE, row.integer("publicPlace"));
            chosen.put(row.text("kind"), sets);
        }
        return chosen;
    }

    private static void put(Map<CriteriaSet, BigDecimal> sets, CriteriaSet set, int percent) {
        if (percent > 0) {
            sets.put(set, BigDecimal.valueOf(percent, 2));
        }
    }

    /** By decision. */
    Map<String, Integer> tableVersions(FormData data) {
        Map<String, Integer> versions = new LinkedHashMap<>();
        versions.put(GRADES, version(data.text("gradeTable"), GRADES));
        versions.put(CAPS, version(data.text("capTable"), CAPS));
        OTHERS.forEach(key -> versions.put(key, version("", key)));
        return versions;
    }

    /** @param chosen empty where the form does not ask */
    private int version(String chosen, String key) {
        return chosen.isEmpty() ? tables.newest(key).version() : Integer.parseInt(chosen);
    }
}
