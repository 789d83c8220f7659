package nepsong.progress;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcListings implements Listings {

    private static final int ROWS_AT_ONCE = 500;

    /** The rows of one unit. */
    private record Part(String unit, @Nullable String name, int amount) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final ListingStatements statements;
    private final RowReader reader;
    private final RowsByValue byValue;
    private final Map<String, Listing> all;

    JdbcListings(DataSource database, WorkingCalendar calendar, Clock clock) {
        JdbcTemplate template = new JdbcTemplate(database);
        template.setFetchSize(ROWS_AT_ONCE);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.statements = new ListingStatements(jdbc, clock);
        this.reader = new RowReader(calendar, clock);
        this.byValue = new RowsByValue(jdbc, statements, reader, ROWS_AT_ONCE);
        this.all = Stream.of(
                        WorkListings.all(),
                        ActivityListings.all(),
                        PlanListings.all(),
                        List.of(PairListing.pairs()),
                        ScoreListings.all(),
                        List.of(CalibrationListing.calibration()),
                        ResultListings.all(),
                        FindingListings.all(),
                        NominationListings.all(),
                        CycleListings.all())
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableMap(Listing::name, Function.identity()));
    }

    @Override
    public Optional<Listing> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    @Override
    public List<Listing> all() {
        return all.values().stream().sorted(Comparator.comparing(Listing::name)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public int count(Listing listing, ListingSearch search) {
        if (listing.parts() != null && search.isForAll()) {
            return parts(listing, search).stream().mapToInt(Part::amount).sum();
        }
        Integer count = jdbc.queryForObject(
                ListingStatements.count(listing, search), statements.parameters(listing, search), Integer.class);
        return count == null ? 0 : count;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integer> counts(Listing listing, String cycle, List<Map<String, String>> filters) {
        Map<String, Object> parameters = statements.parameters(listing, ListingSearch.all(cycle));
        List<String> sums = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            List<String> conditions = new ArrayList<>(List.of("1 = 1"));
            for (Map.Entry<String, String> filter : filters.get(i).entrySet()) {
                String column = listing.column(filter.getKey()).orElseThrow().key();
                conditions.add("x.%s = :f_%s_%d".formatted(column, column, i));
                parameters.put("f_%s_%d".formatted(column, i), filter.getValue());
            }
            sums.add("coalesce(sum(case when " + String.join(" and ", conditions) + " then 1 else 0 end), 0)");
        }
        Set<String> filtered =
                filters.stream().flatMap(one -> one.keySet().stream()).collect(Collectors.toSet());
        String sql = ListingStatements.sums(listing, sums, filtered);
        return jdbc.query(sql, parameters, (row, n) -> {
                    List<Integer> counts = new ArrayList<>();
                    for (int i = 1; i <= filters.size(); i++) {
                        counts.add(row.getInt(i));
                    }
                    return counts;
                })
                .get(0);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Row> page(Listing listing, ListingSearch search, int offset, int atMost) {
        if (isInParts(listing, search)) {
            return fromParts(listing, search, offset, atMost);
        }
        Column sort = sort(listing, search);
        return sort != null && isByValue(listing, sort)
                ? byValue.page(listing, search, sort, offset, atMost)
                : window(listing, search, offset, atMost);
    }

    private List<Row> window(Listing listing, ListingSearch search, int offset, int atMost) {
        Map<String, Object> parameters = statements.parameters(listing, search);
        parameters.put("offset", offset);
        parameters.put("atMost", atMost);
        return jdbc.query(ListingStatements.window(listing, search), parameters, (row, n) -> reader.read(listing, row));
    }

    private static boolean isInParts(Listing listing, ListingSearch search) {
        return listing.parts() != null
                && search.isForAll()
                && (search.sort() == null || search.sort().equals(Column.UNIT_NAME));
    }

    /** Words, since no database knows their order; and scores of a long listing, which say the same again and again. */
    private static boolean isByValue(Listing listing, Column sort) {
        return sort.kind().isText() || listing.parts() != null && sort.kind() == Column.Kind.SCORE;
    }

    private List<Part> parts(Listing listing, ListingSearch search) {
        return jdbc.query(
                Objects.requireNonNull(listing.parts()),
                statements.parameters(listing, search),
                (row, n) -> new Part(row.getString("unit"), row.getString("name"), row.getInt("amount")));
    }

    /** As the reader wants them; without a name last. */
    private static List<Part> inOrder(List<Part> parts, ListingSearch search) {
        if (search.sort() == null) {
            return parts;
        }
        Comparator<String> dictionary = Vietnamese.order();
        return parts.stream()
                .sorted(Comparator.comparing(
                        Part::name, Comparator.nullsLast(search.descending() ? dictionary.reversed() : dictionary)))
                .toList();
    }

    /** Passes by the units before the offset without reading their rows. */
    private List<Row> fromParts(Listing listing, ListingSearch search, int offset, int atMost) {
        List<Row> rows = new ArrayList<>();
        int before = 0;
        for (Part part : inOrder(parts(listing, search), search)) {
            if (rows.size() == atMost) {
                break;
            }
            if (before + part.amount() > offset) {
                ListingSearch ofUnit = ListingSearch.of(search.cycle(), Map.of("unit", part.unit()));
                rows.addAll(window(listing, ofUnit, Math.max(0, offset - before), atMost - rows.size()));
            }
            before += part.amount();
        }
        return rows;
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Listing listing, ListingSearch search, Consumer<Row> taker) {
        Column sort = sort(listing, search);
        if (sort != null && isByValue(listing, sort)) {
            byValue.each(listing, search, sort, taker);
        } else {
            jdbc.query(ListingStatements.rows(listing, search), statements.parameters(listing, search), row -> {
                taker.accept(reader.read(listing, row));
            });
        }
    }

    private static @Nullable Column sort(Listing listing, ListingSearch search) {
        String key = search.sort();
        return key == null ? null : listing.column(key).orElse(null);
    }
}
