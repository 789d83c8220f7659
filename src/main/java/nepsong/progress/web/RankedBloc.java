package nepsong.progress.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.progress.Listing;
import nepsong.progress.ListingSearch;
import nepsong.progress.Row;

/** The ranking of one bloc, with a row for each unit. */
public record RankedBloc(String name, TableView table) {

    /** Too long for a page of all blocs: they are in the table behind it and in its files. */
    private static final List<String> COMMENTS =
            List.of("bonus_reason", "penalty_reason", "veto_note", "appeal_reason", "appeal_decision");

    /** Shown in blocs where a grade was adjusted: nothing else there tells why it is not what the score earns. */
    private static final String ADJUSTED = "adjustment_reason";

    static List<RankedBloc> of(Listing ranking, String cycle, List<Row> rows) {
        Map<String, List<Row>> byBloc = new LinkedHashMap<>();
        rows.forEach(row -> byBloc.computeIfAbsent(row.text("bloc"), bloc -> new ArrayList<>())
                .add(row));
        List<RankedBloc> blocs = new ArrayList<>();
        Listing withoutBloc = ranking.without("bloc_name");
        for (String comment : COMMENTS) {
            withoutBloc = withoutBloc.without(comment);
        }
        Listing adjusted = withoutBloc;
        Listing asEarned = withoutBloc.without(ADJUSTED);
        byBloc.forEach((bloc, units) -> blocs.add(new RankedBloc(
                units.get(0).text("bloc_name"),
                TableView.of(
                        "ranking-" + bloc,
                        units.stream().allMatch(row -> row.text(ADJUSTED).isEmpty()) ? asEarned : adjusted,
                        ListingSearch.of(cycle, Map.of("bloc", bloc)),
                        units,
                        units.size(),
                        0))));
        return blocs;
    }
}
