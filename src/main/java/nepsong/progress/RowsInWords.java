package nepsong.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Rows in the order of what one of their columns says, read piece by piece. */
final class RowsInWords {

    private final NamedParameterJdbcTemplate jdbc;
    private final ListingStatements statements;
    private final RowReader reader;
    private final int rowsAtOnce;

    RowsInWords(NamedParameterJdbcTemplate jdbc, ListingStatements statements, RowReader reader, int rowsAtOnce) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.reader = reader;
        this.rowsAtOnce = rowsAtOnce;
    }

    List<Row> page(Listing listing, ListingSearch search, Column sort, int offset, int atMost) {
        TextOrder order = order(listing, search, sort);
        return order.pieces(offset, atMost, rowsAtOnce).stream()
                .flatMap(piece -> read(listing, search, sort, order, piece).stream())
                .toList();
    }

    void each(Listing listing, ListingSearch search, Column sort, Consumer<Row> reader) {
        TextOrder order = order(listing, search, sort);
        order.pieces(0, Integer.MAX_VALUE, rowsAtOnce)
                .forEach(piece -> read(listing, search, sort, order, piece).forEach(reader));
    }

    private TextOrder order(Listing listing, ListingSearch search, Column sort) {
        List<TextOrder.Value> values = jdbc.query(
                ListingStatements.values(listing, search, sort),
                statements.parameters(listing, search),
                (row, n) -> new TextOrder.Value(row.getString("word"), row.getInt("amount")));
        return new TextOrder(sort, values, search.descending());
    }

    private List<Row> read(Listing listing, ListingSearch search, Column sort, TextOrder order, TextOrder.Piece piece) {
        Map<String, Object> parameters = statements.parameters(listing, search);
        parameters.put(
                "words",
                piece.values().stream()
                        .map(TextOrder.Value::text)
                        .filter(Objects::nonNull)
                        .toList());
        boolean one = piece.values().size() == 1;
        parameters.put("offset", one ? piece.offset() : 0);
        parameters.put("atMost", one ? piece.atMost() : Integer.MAX_VALUE);
        List<Row> rows = new ArrayList<>(jdbc.query(
                ListingStatements.withWords(listing, search, sort, piece),
                parameters,
                (row, n) -> reader.read(listing, row)));
        if (one) {
            return rows;
        }
        rows.sort(order.rows(sort));
        return rows.subList(piece.offset(), Math.min(piece.offset() + piece.atMost(), rows.size()));
    }
}
