package nepsong.progress.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.progress.Column;
import nepsong.progress.Listing;
import nepsong.progress.ListingSearch;
import nepsong.progress.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A listing as a page shows it.
 *
 * @param id    of the table on the page
 * @param total rows that the search finds
 * @param page  the first is 0
 * @param last  page
 * @param tasks ids, where the rows are open tasks that somebody may be reminded of; empty for all other tables
 */
public record TableView(
        String id,
        Listing listing,
        ListingSearch search,
        List<List<Cell>> rows,
        int total,
        int page,
        int last,
        List<String> tasks) {

    static final int ROWS_OF_A_PAGE = 100;

    public TableView {
        rows = List.copyOf(rows);
        tasks = List.copyOf(tasks);
    }

    static TableView of(String id, Listing listing, ListingSearch search, List<Row> rows, int total, int page) {
        List<Column> shown = listing.shown();
        return new TableView(
                id,
                listing,
                search,
                rows.stream()
                        .map(row -> shown.stream()
                                .map(column -> Wording.cell(row, column, search.cycle()))
                                .toList())
                        .toList(),
                total,
                page,
                Math.max(0, (total - 1) / ROWS_OF_A_PAGE),
                areLateTasks(listing, search)
                        ? rows.stream().map(row -> row.text("task")).toList()
                        : List.of());
    }

    private static boolean areLateTasks(Listing listing, ListingSearch search) {
        return listing.name().equals("tasks") && "yes".equals(search.filters().get("late"));
    }

    /** All of a short listing on a page of its own making. */
    static TableView whole(Listing listing, String cycle, List<Row> rows) {
        return of(listing.name(), listing, ListingSearch.all(cycle), rows, rows.size(), 0);
    }

    public String path() {
        return "/progress/" + search.cycle() + "/tables/" + listing.name();
    }

    /** This page again, once something has been done on it. */
    public String here() {
        return toPage(page);
    }

    /** The same rows as a file. */
    public String file(String format) {
        return link(path() + "/" + format, Map.of());
    }

    public String toPage(int number) {
        return link(path(), Map.of("page", String.valueOf(number)));
    }

    /** Sorted by a column, the other way round where it is so already. */
    public String sortedBy(Column column) {
        boolean again = column.key().equals(search.sort());
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("sort", column.key());
        if (again && !search.descending()) {
            changes.put("desc", "true");
        } else if (again) {
            changes.put("desc", "false");
        }
        return link(path(), changes);
    }

    public String order(Column column) {
        if (!column.key().equals(search.sort())) {
            return "none";
        }
        return search.descending() ? "descending" : "ascending";
    }

    /** Columns whose values are few and have names: a reader picks one. */
    public List<Column> choices() {
        return listing.shown().stream()
                .filter(column -> !column.names().isEmpty())
                .toList();
    }

    public @Nullable String chosen(Column column) {
        return search.filters().get(column.key());
    }

    /** Filters that a link brought along and no choice shows. */
    public Map<String, String> carried() {
        Map<String, String> carried = new LinkedHashMap<>(search.filters());
        choices().forEach(column -> carried.remove(column.key()));
        return carried;
    }

    private String link(String path, Map<String, String> changes) {
        Map<String, String> parameters = new LinkedHashMap<>(search.filters());
        String text = search.text();
        if (text != null) {
            parameters.put("q", text);
        }
        String sort = search.sort();
        if (sort != null) {
            parameters.put("sort", sort);
            parameters.put("desc", String.valueOf(search.descending()));
        }
        parameters.putAll(changes);
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            link.queryParam(name, "{" + name + "}");
            values.put(name, value);
        });
        return link.encode().buildAndExpand(values).toUriString();
    }
}
