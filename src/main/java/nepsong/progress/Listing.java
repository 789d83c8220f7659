package nepsong.progress;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table that the managers can look at, filter, sort and take away: the rows behind a figure, or the figures themselves.
 *
 * @param name        in addresses and file names
 * @param title       in Vietnamese
 * @param explanation what a row is and how it is counted, in Vietnamese
 * @param columns     in their order
 * @param sql         gives each column; may name {@code :cycle}, {@code :previous}, {@code :process} and the parameters of time
 *                    of {@link JdbcListings}
 * @param order       of the rows, by columns of the statement
 * @param parts       of a listing too long to be joined and sorted for every hundred rows: gives each {@code unit}, in the
 *                    listing's order, with its {@code name} and the {@code amount} of its rows; null for all others
 */
public record Listing(
        String name,
        String title,
        String explanation,
        List<Column> columns,
        String sql,
        String order,
        @Nullable String parts) {

    public Listing {
        columns = List.copyOf(columns);
    }

    public Listing(String name, String title, String explanation, List<Column> columns, String sql, String order) {
        this(name, title, explanation, columns, sql, order, null);
    }

    /** The same, read unit by unit. */
    Listing inParts(String statement) {
        return new Listing(name, title, explanation, columns, sql, order, statement);
    }

    public List<Column> shown() {
        return columns.stream().filter(Column::isShown).toList();
    }

    /** The same with a column less to look at. */
    public Listing without(String key) {
        return new Listing(
                name,
                title,
                explanation,
                columns.stream().filter(column -> !column.key().equals(key)).toList(),
                sql,
                order,
                parts);
    }

    public Optional<Column> column(String key) {
        return columns.stream().filter(column -> column.key().equals(key)).findFirst();
    }

    /** For rows that say the same: by what they hold themselves, since nothing is to be looked up for all of them. */
    String plainOrder() {
        return Stream.of(order.split(", "))
                .filter(part -> column(part.split(" ")[0])
                        .map(column -> column.lookup() == null)
                        .orElse(true))
                .collect(Collectors.joining(", "));
    }

    int position(String key) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no column " + key + " in " + name);
    }
}
