package nepsong.progress.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import nepsong.language.Viewer;
import nepsong.organisation.TypedText;
import nepsong.organisation.WorkingCalendar;
import nepsong.progress.Column;
import nepsong.progress.Listing;
import nepsong.progress.Row;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A listing as a workbook that is written while it is read. Cells have types: a text is never taken for a formula. */
final class ExcelSheet implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 500;
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_NAME = 31;

    private final List<Column> columns;
    private final UnaryOperator<String> said;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int next = 1;

    /** @param said what is Vietnamese, as its reader reads it */
    ExcelSheet(OutputStream out, Listing listing, UnaryOperator<String> said) {
        this.said = said;
        this.columns = listing.shown();
        this.workbook = new Workbook(out, "Nep Song", "1.0");
        String title = said.apply(listing.title());
        this.sheet = workbook.newWorksheet(TypedText.shortened(title, LONGEST_NAME));
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, width(columns.get(i)));
            sheet.inlineString(0, i, said.apply(columns.get(i).label()));
            sheet.style(0, i).bold().wrapText(true).set();
        }
        sheet.freezePane(0, 1);
    }

    void add(Row row) {
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.get(columns.get(i).key());
            if (value != null) {
                write(i, columns.get(i), value);
            }
        }
        next++;
        if (next % ROWS_AT_ONCE == 0) {
            try {
                sheet.flush();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private void write(int at, Column column, Object value) {
        if (value instanceof BigDecimal || value instanceof Long) {
            sheet.value(next, at, (Number) value);
            if (value instanceof BigDecimal) {
                sheet.style(next, at).format("0.00").set();
            }
        } else if (value instanceof LocalDate day) {
            sheet.value(next, at, day);
            sheet.style(next, at).format(day()).set();
        } else if (value instanceof Instant moment) {
            sheet.value(next, at, LocalDateTime.ofInstant(moment, WorkingCalendar.ZONE));
            sheet.style(next, at).format(day() + " hh:mm").set();
        } else {
            sheet.inlineString(next, at, plain(said.apply(Wording.text(column, value))));
            if (column.kind() == Column.Kind.NOTE) {
                sheet.style(next, at).wrapText(true).set();
            }
        }
    }

    private static String day() {
        return Viewer.readsVietnamese() ? "dd/mm/yyyy" : "d mmm yyyy";
    }

    /** Without characters that XML does not know, and no longer than a cell may be. */
    private static String plain(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
        return TypedText.shortened(clean, LONGEST_TEXT);
    }

    private static double width(Column column) {
        return switch (column.kind()) {
            case NOTE -> 60;
            case TEXT -> 28;
            case MOMENT, WALL_TIME -> 18;
            default -> 13;
        };
    }

    @Override
    public void close() throws IOException {
        if (next > 1) {
            sheet.setAutoFilter(0, 0, next - 1, columns.size() - 1);
        }
        workbook.finish();
        workbook.close();
    }
}
