package nepsong.progress.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.progress.Listing;
import nepsong.progress.ListingSearch;
import nepsong.progress.Row;

/** The approved pairs of one bloc, with a row for each: a sheet of its own on paper. */
public record PairedBloc(String name, TableView table) {

    static List<PairedBloc> of(Listing pairs, String cycle, List<Row> rows) {
        Map<String, List<Row>> byBloc = new LinkedHashMap<>();
        rows.forEach(row -> byBloc.computeIfAbsent(row.text("bloc"), bloc -> new ArrayList<>())
                .add(row));
        Listing shown = pairs.without("bloc_name");
        return byBloc.entrySet().stream()
                .map(bloc -> new PairedBloc(
                        bloc.getValue().get(0).text("bloc_name"),
                        TableView.of(
                                "pairs-" + bloc.getKey(),
                                shown,
                                ListingSearch.of(cycle, Map.of("bloc", bloc.getKey())),
                                bloc.getValue(),
                                bloc.getValue().size(),
                                0)))
                .toList();
    }
}
