package nepsong.progress.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import nepsong.progress.Column;
import nepsong.progress.Listing;
import nepsong.progress.Row;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * A listing as CSV: UTF-8 with a byte order mark, everything quoted, words, numbers and dates as its reader writes them. Text that
 * a spreadsheet would take for a formula gets an apostrophe in front.
 */
final class CsvSheet implements AutoCloseable {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final Listing listing;
    private final UnaryOperator<String> said;
    private final CSVPrinter printer;

    /** @param said what is Vietnamese, as its reader reads it */
    CsvSheet(OutputStream out, Listing listing, UnaryOperator<String> said) throws IOException {
        this.listing = listing;
        this.said = said;
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        this.printer =
                CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get().print(writer);
        printer.printRecord(
                listing.shown().stream().map(Column::label).map(said).toList());
    }

    void add(Row row) {
        try {
            printer.printRecord(
                    listing.shown().stream().map(column -> field(column, row)).toList());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String field(Column column, Row row) {
        Object value = row.get(column.key());
        if (value == null) {
            return "";
        }
        if (column.kind() == Column.Kind.CHANGE) {
            return value.toString();
        }
        String text = Wording.text(column, value);
        return column.kind().isText() ? neutral(said.apply(text)) : text.replace('−', '-');
    }

    static String neutral(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
