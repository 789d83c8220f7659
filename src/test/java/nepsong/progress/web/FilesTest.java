package nepsong.progress.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nepsong.progress.Column;
import nepsong.progress.Column.Kind;
import nepsong.progress.Listing;
import nepsong.progress.Row;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {

    private static final Listing LISTING = new Listing(
            "rows",
            "Các dòng: thử",
            "Mỗi dòng là một phép thử.",
            List.of(
                    new Column("name", "Đơn vị", Kind.TEXT, Map.of("x", "Đã xong"), null),
                    new Column("note", "Nhận xét", Kind.NOTE, Map.of(), null),
                    new Column("score", "Điểm", Kind.SCORE, Map.of(), null),
                    new Column("moved", "Thay đổi", Kind.CHANGE, Map.of(), null),
                    new Column("day", "Ngày", Kind.DAY, Map.of(), null),
                    new Column("moment", "Lúc", Kind.MOMENT, Map.of(), null),
                    new Column("secret", "", Kind.TEXT, Map.of(), null)),
            "",
            "name");

    private static Row row(Object... values) {
        return new Row(LISTING, Arrays.asList(values));
    }

    private static final Row FULL = row(
            "x",
            "Dòng \"một\",\nhai; ba",
            new BigDecimal("-3.50"),
            -2L,
            LocalDate.of(2023, 6, 5),
            Instant.parse("2023-06-05T10:00:00Z"),
            "hidden");

    @Test
    void aCsvHasAByteOrderMarkAndQuotesEverything() throws IOException {
        String csv = csv(FULL);

        assertThat(csv).startsWith("\uFEFF\"Đơn vị\",\"Nhận xét\",\"Điểm\",\"Thay đổi\",\"Ngày\",\"Lúc\"\r\n");
        CSVRecord read = read(csv).get(1);
        assertThat(read.toList())
                .containsExactly("Đã xong", "Dòng \"một\",\nhai; ba", "-3,50", "-2", "05/06/2023", "17:00 05/06/2023");
        assertThat(csv).doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠x", "=HYPERLINK(\"x\")"})
    void aTextThatLooksLikeAFormulaIsNone(String text) throws IOException {
        assertThat(read(csv(row(text, text, null, null, null, null, null)))
                        .get(1)
                        .get(0))
                .isEqualTo("'" + text);

        try (ReadableWorkbook book = book(row(text, text, null, null, null, null, null))) {
            Cell cell = book.getFirstSheet().read().get(1).getCell(0);
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getFormula()).isNull();
        }
    }

    @Test
    void aWorkbooksCellsHaveTypes() throws IOException {
        try (ReadableWorkbook book = book(FULL)) {
            List<Cell> cells = book.getFirstSheet().read().get(1).stream().toList();
            assertThat(cells.get(0).asString()).isEqualTo("Đã xong");
            assertThat(cells.get(1).asString()).isEqualTo("Dòng \"một\",\nhai; ba");
            assertThat(cells.get(2).asNumber()).isEqualByComparingTo("-3.5");
            assertThat(cells.get(3).asNumber()).isEqualByComparingTo("-2");
            assertThat(cells.get(4).asDate().toLocalDate()).isEqualTo(LocalDate.of(2023, 6, 5));
            assertThat(cells.get(5).asDate()).isEqualTo(LocalDate.of(2023, 6, 5).atTime(17, 0));
            assertThat(cells).hasSize(6);
        }
    }

    @Test
    void aLongWorkbookIsWrittenWhileItIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int early;
        try (ExcelSheet sheet = new ExcelSheet(out, LISTING)) {
            for (int i = 0; i < 20_000; i++) {
                sheet.add(FULL);
            }
            early = out.size();
        }
        assertThat(early).isPositive();
        assertThat(out.size()).isGreaterThan(early);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getFirstSheet().openStream().count()).isEqualTo(20_001);
        }
    }

    @Test
    void aCharacterThatAWorkbookCannotHoldIsLeftOut() throws IOException {
        try (ReadableWorkbook book = book(row("a\u0000b", "x".repeat(40_000), null, null, null, null, null))) {
            List<Cell> cells = book.getFirstSheet().read().get(1).stream().toList();
            assertThat(cells.get(0).asString()).isEqualTo("ab");
            assertThat(cells.get(1).asString()).hasSize(32_767);
        }
    }

    private static String csv(Row row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvSheet sheet = new CsvSheet(out, LISTING)) {
            sheet.add(row);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<CSVRecord> read(String csv) throws IOException {
        return CSVFormat.RFC4180.parse(new StringReader(csv.substring(1))).getRecords();
    }

    private static ReadableWorkbook book(Row row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExcelSheet sheet = new ExcelSheet(out, LISTING)) {
            sheet.add(row);
        }
        return new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }
}
