package nepsong.progress.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nepsong.browser.PoisonedMails;
import nepsong.notification.MailTemplates;
import nepsong.progress.ManagedCycle;
import nepsong.security.RunningApplication;
import nepsong.security.Visitors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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
