package nepsong.progress;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nepsong.organisation.WorkingCalendar;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * A reader's filters around a listing's statement, and their values. Beside {@code :cycle} a statement may name
 * {@code :previous}, the cycle before that has results ("" where there is none); {@code :now} for the engine's tables and
 * {@code :moment} for ours; {@code :today}; and {@code :days10}, {@code :days30}, {@code :days60}, so many days ago.
 */
final class ListingStatements {

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    ListingStatements(NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static String count(Listing listing, ListingSearch search) {
        return "select count(*) from " + source(listing, search) + where(listing, search);
    }

    /** How many rows each filter finds: a column of counts for each condition. */
    static String sums(Listing listing, List<String> sums, Set<String> filtered) {
        return "select " + String.join(", ", sums) + " from "
                + source(listing, column -> filtered.contains(column.key()));
    }

    /** All rows. */
    static String rows(Listing listing, ListingSearch search) {
        return "select * from " + source(listing, column -> true) + where(listing, search) + " order by "
                + sorted(listing, search) + listing.order();
    }

    /** {@code :atMost} rows after {@code :offset}. */
    static String window(Listing listing, ListingSearch search) {
        return window(listing, search, where(listing, search), sorted(listing, search) + listing.order());
    }

    private static String window(Listing listing, ListingSearch search, String where, String order) {
        List<String> sorting = List.of(order.split("\\W+"));
        Predicate<Column> needed = column -> isNeeded(column, search) || sorting.contains(column.key());
        String rows = "select * from " + source(listing, needed) + where + " order by " + order
                + " offset :offset rows fetch next :atMost rows only";
        Predicate<Column> missing = needed.negate();
        return lookups(listing, missing).isEmpty() ? rows : looking(listing, rows, missing) + " order by " + order;
    }

    private static String source(Listing listing, ListingSearch search) {
        return source(listing, column -> isNeeded(column, search));
    }

    private static String source(Listing listing, Predicate<Column> needed) {
        String rows = lookups(listing, needed).isEmpty() ? listing.sql() : looking(listing, listing.sql(), needed);
        return "(" + rows + ") x";
    }

    private static String looking(Listing listing, String rows, Predicate<Column> needed) {
        return "select x.*" + lookups(listing, needed) + " from (" + rows + ") x";
    }

    private static String lookups(Listing listing, Predicate<Column> needed) {
        return listing.columns().stream()
                .filter(column -> column.lookup() != null)
                .filter(needed)
                .map(column -> ", " + column.lookup() + " as " + column.key())
                .collect(Collectors.joining());
    }

    /** Whether rows cannot be chosen and sorted without the column. */
    private static boolean isNeeded(Column column, ListingSearch search) {
        return search.text() != null && column.isShown() && column.kind().isText()
                || search.filters().containsKey(column.key())
                || column.key().equals(search.sort());
    }

    /** Numbers and days; empty ones come last, whichever way the others run. */
    private static String sorted(Listing listing, ListingSearch search) {
        String key = search.sort();
        return listing.column(key == null ? "" : key)
                .filter(column -> !column.kind().isText())
                .map(column -> "x.%s %s nulls last, ".formatted(column.key(), search.descending() ? "desc" : "asc"))
                .orElse("");
    }

    /** What a column says, and how often. */
    static String values(Listing listing, ListingSearch search, Column column) {
        return "select x.%1$s, count(*) as amount from %2$s%3$s group by x.%1$s"
                .formatted(column.key(), source(listing, search), where(listing, search));
    }

    /** {@code :atMost} rows after {@code :offset} of those that say these values, or nothing where that is among them. */
    static String withValues(Listing listing, ListingSearch search, Column column, ValueOrder.Piece piece) {
        List<String> either = new ArrayList<>();
        if (piece.values().stream().anyMatch(value -> value.value() != null)) {
            // Of a column, H2 would make the whole listing anew for each value.
            either.add("coalesce(x.%1$s, x.%1$s) in (:values)".formatted(column.key()));
        }
        if (piece.values().stream().anyMatch(value -> value.value() == null)) {
            either.add("x.%s is null".formatted(column.key()));
        }
        String where = where(listing, search);
        String wanted = (where.isEmpty() ? " where (" : where + " and (") + String.join(" or ", either) + ")";
        return window(listing, search, wanted, column.kind().isText() ? listing.order() : listing.plainOrder());
    }

    private static String where(Listing listing, ListingSearch search) {
        List<String> conditions = new ArrayList<>();
        listing.columns().stream()
                .map(Column::key)
                .filter(key -> search.filters().containsKey(key))
                .forEach(key -> conditions.add("x.%s = :f_%s".formatted(key, key)));
        if (search.text() != null) {
            String anywhere = listing.shown().stream()
                    .filter(column -> column.kind().isText())
                    .map(column -> found(column, search.text()))
                    .filter(condition -> !condition.isEmpty())
                    .collect(Collectors.joining(" or "));
            conditions.add(anywhere.isEmpty() ? "1 = 0" : "(" + anywhere + ")");
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** A code is found by the word that is shown for it. */
    private static String found(Column column, String text) {
        if (column.names().isEmpty()) {
            return "translate(lower(x.%s), :marked, :plain) like :text escape '!'".formatted(column.key());
        }
        return named(column, text).isEmpty() ? "" : "x.%1$s in (:n_%1$s)".formatted(column.key());
    }

    private static List<String> named(Column column, String text) {
        return column.names().entrySet().stream()
                .filter(name -> Vietnamese.fold(name.getValue()).contains(Vietnamese.fold(text)))
                .map(Map.Entry::getKey)
                .toList();
    }

    Map<String, Object> parameters(Listing listing, ListingSearch search) {
        Instant now = clock.instant();
        Map<String, Object> values = new HashMap<>();
        values.put("cycle", search.cycle());
        values.put("now", Timestamp.from(now));
        values.put("moment", now.atOffset(ZoneOffset.UTC));
        values.put("today", LocalDate.ofInstant(now, WorkingCalendar.ZONE));
        for (int days : new int[] {10, 30, 60}) {
            values.put("days" + days, now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC));
        }
        if (listing.sql().contains(":previous")) {
            values.put("previous", previous(search.cycle()));
        }
        search.filters().forEach((key, value) -> values.put("f_" + key, value));
        if (search.text() != null) {
            values.put("marked", Vietnamese.FROM);
            values.put("plain", Vietnamese.TO);
            listing.shown().stream()
                    .filter(column -> !column.names().isEmpty())
                    .forEach(column -> values.put("n_" + column.key(), named(column, search.text())));
            values.put("text", "%" + Vietnamese.fold(search.text()).replaceAll("[!%_]", "!$0") + "%");
        }
        return values;
    }

    private String previous(String cycle) {
        return jdbc
                .queryForList(
                        """
                        select c.code from cycles c join cycles this on this.code = :cycle and c.started_at < this.started_at
                        where exists (select 1 from results r where r.cycle = c.code)
                        order by c.started_at desc, c.code desc
                        """,
                        Map.of("cycle", cycle),
                        String.class)
                .stream()
                .findFirst()
                .orElse("");
    }
}
