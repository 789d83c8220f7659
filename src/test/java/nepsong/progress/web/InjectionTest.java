package nepsong.progress.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nepsong.browser.PoisonedMails;
import nepsong.notification.MailTemplates;
import nepsong.progress.Column;
import nepsong.progress.Listing;
import nepsong.progress.Listings;
import nepsong.progress.ManagedCycle;
import nepsong.progress.Row;
import nepsong.security.RunningApplication;
import nepsong.security.Visitors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;

/** Whatever language of templates somebody types, it is a text: each of 200 would be seven times a number were it run. */
@RunningApplication
class InjectionTest {

    private static final String CYCLE = "2015";
    private static final int CHUNKS = 20;
    private static final int FIRST = 100_003;

    private static final List<String> LANGUAGES = List.of(
            "${%d*7}",
            "#{%d*7}",
            "{{=%d*7}}",
            "[[${%d*7}]]",
            "[(${%d*7})]",
            "__${%d*7}__",
            "<%%=%d*7%%>",
            "*{%d*7}",
            "@{%d*7}",
            "~{%d*7}",
            "{{%d*7}}",
            "$${%d*7}",
            "%%{%d*7}",
            "={%d*7}",
            "=%d*7",
            "${T(%d*7)}",
            "#set($x=%d*7)",
            "<#if%d*7>",
            "{%%%d*7%%}",
            "`%d*7`");

    private static final List<String> PAYLOADS = IntStream.range(0, 200)
            .mapToObj(i -> LANGUAGES.get(i % LANGUAGES.size()).formatted(FIRST + i))
            .toList();

    @Autowired
    private Visitors visitors;

    @Autowired
    private MailTemplates mails;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Listings listings;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @BeforeEach
    void everyTextIsMeantToRun() {
        assertThat(PAYLOADS).hasSize(200).doesNotHaveDuplicates();
        ManagedCycle cycle = new ManagedCycle(jdbc, CYCLE, Instant.now()).begun(60);
        List<String> units = jdbc.sql("select code from units order by code")
                .query(String.class)
                .list();
        cycle.configured(Map.of("khoi-1", units)).selfAssessed(true);
        List<String> tasks = jdbc.sql("select id_ from act_hi_taskinst where id_ like ? order by id_")
                .param(CYCLE + "-t%")
                .query(String.class)
                .list();
        jdbc.sql("delete from plan_milestones where cycle = ?").param(CYCLE).update();
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            int each = PAYLOADS.size() / CHUNKS;
            String text = String.join(" ", PAYLOADS.subList(chunk * each, (chunk + 1) * each));
            jdbc.sql("insert into plan_milestones (cycle, position, title, first_day, last_day) values (?, ?, ?, ?, ?)")
                    .params(CYCLE, chunk, text, LocalDate.now(), LocalDate.now().plusDays(9))
                    .update();
            jdbc.sql("update act_hi_taskinst set name_ = ? where id_ = ?")
                    .params(text, tasks.get(chunk))
                    .update();
        }
    }

    @AfterEach
    void itIsForgotten() {
        ManagedCycle.forget(jdbc, CYCLE);
    }

    @Test
    void everyoneOfThemIsShownAsTypedOnAPageInAPdfInASpreadsheetAndInEveryMail() throws IOException {
        shows("the page", read(visitors.as("manager").get("/progress/" + CYCLE).body()));
        shows("the PDF", pdf(file("/progress/" + CYCLE + "/overview.pdf")));
        shows("the spreadsheet", spreadsheet(file("/progress/" + CYCLE + "/tables/tasks/xlsx")));
        PoisonedMails poisoned = PoisonedMails.with(PAYLOADS, mails);
        assertThat(poisoned.names()).hasSizeGreaterThan(20);
        poisoned.names().forEach(mail -> shows("the mail " + mail, read(poisoned.html(mail))));
    }

    /** Each table, in both formats, as a browser gets it: no formula anywhere, and every text as it was typed. */
    @Test
    void noTableIsTakenAwayWithAFormulaInItAndEveryTextComesBack() throws IOException {
        assertThat(routes.getHandlerMethods().keySet().stream()
                        .flatMap(route -> route.getPatternValues().stream())
                        .filter(path -> path.matches(".*(csv|xlsx?).*")))
                .as("what else writes such files is not read back here")
                .containsExactlyInAnyOrder("/progress/{code}/tables/{name}/csv", "/progress/{code}/tables/{name}/xlsx");
        List<String> units = jdbc.sql("select code from units order by code limit 12")
                .query(String.class)
                .list();
        ManagedCycle.forget(jdbc, CYCLE);
        new ManagedCycle(jdbc, CYCLE, Instant.now())
                .begun(60)
                .configured(Map.of("khoi-1", units))
                .selfAssessed(true)
                .finished();
        Map<String, String> names = new HashMap<>();
        units.forEach(unit -> names.put(
                unit,
                jdbc.sql("select name from units where code = ?")
                        .param(unit)
                        .query(String.class)
                        .single()));
        try {
            everybodyTypesFormulas(units);
            Set<String> poisoned = new TreeSet<>();
            for (Listing listing : listings.all()) {
                comesBack(listing).ifPresent(poisoned::add);
            }
            assertThat(poisoned)
                    .as("tables that show a text of the kind")
                    .contains(
                            "activities",
                            "activity-instances",
                            "blocs",
                            "calibration",
                            "coverage",
                            "cycles",
                            "findings",
                            "groups",
                            "milestones",
                            "nominations",
                            "ranking",
                            "scores",
                            "steps",
                            "tasks",
                            "unit-stages");
        } finally {
            names.forEach((unit, name) -> jdbc.sql("update units set name = ? where code = ?")
                    .params(name, unit)
                    .update());
        }
    }

    private void everybodyTypesFormulas(List<String> units) {
        Iterator<String> formulas = Stream.generate(FilesTest.formulas()::stream)
                .flatMap(all -> all)
                .iterator();
        units.forEach(unit -> type("units", "name", "code", unit, formulas.next()));
        type("cycles", "name", "code", CYCLE, formulas.next());
        type("cycle_blocs", "name", "cycle", CYCLE, formulas.next());
        each("plan_milestones", "title", "position", "cycle = ?", formulas);
        each("act_hi_taskinst", "name_", "id_", "id_ like ? || '-%'", formulas);
        each("act_hi_actinst", "act_name_", "id_", "id_ like ? || '-%'", formulas);
        each("findings", "place", "id", "cycle = ?", formulas);
        each("findings", "description", "id", "cycle = ?", formulas);
        each("nominations", "name", "id", "cycle = ?", formulas);
        each("scorecard_rows", "self_note", "unit", "cycle = ?", formulas);
        each("scorecard_rows", "cross_note", "criterion", "cycle = ?", formulas);
        each("result_caps", "reason", "unit", "cycle = ?", formulas);
    }

    private void each(String table, String column, String key, String ofTheCycle, Iterator<String> formulas) {
        for (String row : jdbc.sql("select distinct " + key + " from " + table + " where " + ofTheCycle)
                .param(CYCLE)
                .query(String.class)
                .list()) {
            jdbc.sql("update " + table + " set " + column + " = ? where " + key + " = ? and " + ofTheCycle)
                    .params(formulas.next(), row, CYCLE)
                    .update();
        }
    }

    private void type(String table, String column, String key, String row, String text) {
        jdbc.sql("update " + table + " set " + column + " = ? where " + key + " = ?")
                .params(text, row)
                .update();
    }

    /** @return the name of the table, if it shows what looks like a formula */
    private Optional<String> comesBack(Listing listing) throws IOException {
        String path = "/progress/" + CYCLE + "/tables/" + listing.name();
        List<Row> rows = listings.all(listing, CYCLE);
        List<CSVRecord> lines = CSVFormat.RFC4180
                .parse(new StringReader(new String(file(path + "/csv"), StandardCharsets.UTF_8).substring(1)))
                .getRecords();
        boolean seen = false;
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file(path + "/xlsx")))) {
            List<org.dhatim.fastexcel.reader.Row> sheet = book.getFirstSheet().read();
            assertThat(List.of(lines.size(), sheet.size())).as(path).containsOnly(rows.size() + 1);
            for (int line = 0; line < sheet.size(); line++) {
                for (int at = 0; at < listing.shown().size(); at++) {
                    Column column = listing.shown().get(at);
                    Optional<Cell> cell = sheet.get(line).getOptionalCell(at);
                    assertThat(cell.map(Cell::getFormula)).as(path).isEmpty();
                    String field = lines.get(line).get(at);
                    if (line == 0 || !column.kind().isText()) {
                        assertThat(field).as(path).matches("[+-]?[\\d.,]*%?|(?s)[\\p{L}\\d–].*");
                        continue;
                    }
                    String text = Wording.text(column, rows.get(line - 1).get(column.key()));
                    boolean formula = FilesTest.looksLikeAFormula(text);
                    seen |= formula;
                    assertThat(field).as(path).isEqualTo(formula ? "'" + text : text);
                    assertThat(cell.map(Cell::asString).orElse("")).as(path).isEqualTo(text.replace("\r", ""));
                }
            }
        }
        return seen ? Optional.of(listing.name()) : Optional.empty();
    }

    private static void shows(String where, String text) {
        String shown = text.replaceAll("\\s", "");
        for (int i = 0; i < PAYLOADS.size(); i++) {
            String result = String.valueOf(7 * (FIRST + i));
            assertThat(shown.contains(result))
                    .as("%s run by %s", PAYLOADS.get(i), where)
                    .isFalse();
        }
        assertThat(PAYLOADS.stream().filter(payload -> !shown.contains(payload)))
                .as("not as typed by %s", where)
                .isEmpty();
    }

    private static String read(String html) {
        return HtmlUtils.htmlUnescape(html);
    }

    private byte[] file(String path) {
        return visitors.as("manager").bytes(path);
    }

    private static String pdf(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String spreadsheet(byte[] file) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getFirstSheet().read().stream()
                    .flatMap(row -> row.stream())
                    .filter(cell -> cell != null && cell.getType() == CellType.STRING && cell.getFormula() == null)
                    .map(cell -> cell.asString())
                    .collect(Collectors.joining(" "));
        }
    }
}
