package nepsong.demonstration;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Writes many rows of a table at once: what stages write one after the other over a year has to be there within a moment. */
@Component
class TableRows {

    private final JdbcOperations batches;

    TableRows(JdbcOperations batches) {
        this.batches = batches;
    }

    /** @param columns with commas between them; each row has as many values, in this order */
    void insert(String table, String columns, List<@Nullable Object[]> rows) {
        String places = String.join(", ", Collections.nCopies(columns.split(",").length, "?"));
        batches.batchUpdate("insert into %s (%s) values (%s)".formatted(table, columns, places), rows);
    }

    static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }
}
