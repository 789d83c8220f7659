package nepsong.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Rows in the order of what one of their columns says, read piece by piece. */
final class RowsByValue {

    private final NamedParameterJdbcTemplate jdbc;
    private final ListingStatements statements;
    private final RowReader reader;
    private final int rowsAtOnce;

    RowsByValue(NamedParameterJdbcTemplate jdbc, ListingStatements statements, RowReader reader, int rowsAtOnce) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.reader = reader;
        this.rowsAtOnce = rowsAtOnce;
    }

    List<Row> page(Listing listing, ListingSearch search, Column sort, int offset, int atMost) {
        ValueOrder order = order(listing, search, sort);
        return order.pieces(offset, atMost, rowsAtOnce).stream()
                .flatMap(piece -> read(listing, search, sort, order, piece).stream())
                .toList();
    }

    void each(Listing listing, ListingSearch search, Column sort, Consumer<Row> reader) {
        ValueOrder order = order(listing, search, sort);
        order.pieces(0, Integer.MAX_VALUE, rowsAtOnce)
                .forEach(piece -> read(listing, search, sort, order, piece).forEach(reader));
    }

    private ValueOrder order(Listing listing, ListingSearch search, Column sort) {
        List<ValueOrder.Value> values = jdbc.query(
                ListingStatements.values(listing, search, sort),
                statements.parameters(listing, search),
                (row, n) -> new ValueOrder.Value(reader.read(sort, row), row.getInt("amount")));
        return new ValueOrder(sort, values, search.descending());
    }

    private List<Row> read(
            Listing listing, ListingSearch search, Column sort, ValueOrder order, ValueOrder.Piece piece) {
        Map<String, Object> parameters = statements.parameters(listing, search);
        parameters.put(
                "values",
                piece.values().stream()
                        .map(ValueOrder.Value::value)
                        .filter(Objects::nonNull)
                        .toList());
        boolean one = piece.values().size() == 1;
        parameters.put("offset", one ? piece.offset() : 0);
        parameters.put("atMost", one ? piece.atMost() : Integer.MAX_VALUE);
        List<Row> rows = new ArrayList<>(jdbc.query(
                ListingStatements.withValues(listing, search, sort, piece),
                parameters,
                (row, n) -> reader.read(listing, row)));
        if (one) {
            return rows;
        }
        rows.sort(order.rows(sort));
        return rows.subList(piece.offset(), Math.min(piece.offset() + piece.atMost(), rows.size()));
    }
}
