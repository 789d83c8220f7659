package nepsong.progress.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nepsong.cycle.Bloc;
import nepsong.progress.ListingSearch;
import nepsong.progress.UnitProgress;
import nepsong.progress.Vietnamese;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which units the matrix shows.
 *
 * @param bloc code; null for all, or for the first bloc where there are more units than a page can bear
 * @param q    part of the unit's name, with or without diacritics; empty for all
 * @param late whether only units with something late
 */
public record MatrixFilter(@Nullable String bloc, String q, boolean late) {

    private static final String ALL_BLOCS = "*";

    /** All units of all blocs, however many: for paper. */
    static final MatrixFilter EVERYTHING = new MatrixFilter(ALL_BLOCS, "", false);

    static final int MOST_UNITS = 200;

    /** One bloc's rows. */
    public record BlocTable(String code, String name, List<UnitProgress> units) {

        public BlocTable {
            units = List.copyOf(units);
        }
    }

    /** The same page again, once something has been done on it. */
    public String page(String cycle) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (bloc != null && !bloc.isBlank()) {
            values.put("bloc", bloc);
        }
        if (!q.isBlank()) {
            values.put("q", q);
        }
        if (late) {
            values.put("late", true);
        }
        UriComponentsBuilder page = UriComponentsBuilder.fromPath("/progress/" + cycle);
        values.keySet().forEach(name -> page.queryParam(name, "{" + name + "}"));
        return page.encode().buildAndExpand(values).toUriString();
    }

    /** The same units among the rows of {@code unit-stages}; the bloc is the one that {@link #chosen} says. */
    ListingSearch rows(String cycle, String chosen) {
        Map<String, String> filters = new LinkedHashMap<>();
        if (!chosen.isEmpty()) {
            filters.put("bloc", chosen);
        }
        if (late) {
            filters.put("late_unit", "yes");
        }
        return new ListingSearch(cycle, filters, q.isBlank() ? null : q.strip(), null, false);
    }

    /** Blocs without any unit that passes are left out. */
    List<BlocTable> apply(List<Bloc> blocs, List<UnitProgress> units) {
        Map<String, UnitProgress> byCode =
                units.stream().collect(Collectors.toMap(UnitProgress::unit, Function.identity()));
        String chosen = chosen(blocs, units.size());
        List<BlocTable> tables = new ArrayList<>();
        for (Bloc one : blocs) {
            List<UnitProgress> shown = one.units().stream()
                    .map(byCode::get)
                    .filter(Objects::nonNull)
                    .filter(this::passes)
                    .toList();
            if (!shown.isEmpty() && (chosen.isEmpty() || chosen.equals(one.code()))) {
                tables.add(new BlocTable(one.code(), one.name(), shown));
            }
        }
        return tables;
    }

    /** Code of the bloc that is shown alone; empty where all are. */
    String chosen(List<Bloc> blocs, int units) {
        if (ALL_BLOCS.equals(bloc)) {
            return "";
        }
        if (bloc != null && !bloc.isBlank()) {
            return bloc;
        }
        return units > MOST_UNITS && q.isBlank() && !blocs.isEmpty()
                ? blocs.get(0).code()
                : "";
    }

    private boolean passes(UnitProgress unit) {
        return (!late || unit.late() > 0)
                && (q.isBlank() || Vietnamese.fold(unit.name()).contains(Vietnamese.fold(q.strip())));
    }
}
