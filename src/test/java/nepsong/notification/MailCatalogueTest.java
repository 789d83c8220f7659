package nepsong.notification;

import static nepsong.notification.OutboxTestContext.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The mails that the field asks for, by its numbers. One has no step, and so no mail: E24, a citizen's report. Citizens
 * report elsewhere, and nothing here takes their reports in.
 *
 * <p>E09 tells of a visit that is moved, and of visits and conferences that a withdrawn cycle calls off. E04 and E05 are read in the morning's mail. E03, the reminder, is no mail of its own: it is a section of the morning's one mail, or what a manager sends.
 */
class MailCatalogueTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    private static final Map<String, List<String>> MAILS = Map.ofEntries(
            Map.entry("E01", List.of("directive.issued")),
            Map.entry("E02", List.of("self-assessment.opened")),
            Map.entry("E03", List.of("task.digest", "task.reminded")),
            Map.entry("E04", List.of("task.overdue")),
            Map.entry("E05", List.of("task.overdue-list")),
            Map.entry("E06", List.of("self-assessment.returned")),
            Map.entry("E07", List.of("cross-inspection.assigned")),
            Map.entry("E08", List.of("cross-inspection.scheduled")),
            Map.entry(
                    "E09",
                    List.of("cross-inspection.rescheduled", "cross-inspection.released", "appointment.called-off")),
            Map.entry("E10", List.of("cross-inspection.minutes-waiting")),
            Map.entry("E11", List.of("cross-inspection.explanation-invited")),
            Map.entry("E12", List.of("cross-inspection.explanation-answered")),
            Map.entry("E13", List.of("correction.assigned")),
            Map.entry("E14", List.of("correction.reopened")),
            Map.entry("E15", List.of("evaluation.opinion-requested")),
            Map.entry("E16", List.of("evaluation.opinion-answered")),
            Map.entry("E17", List.of("evaluation.conference-invited")),
            Map.entry("E18", List.of("evaluation.published")),
            Map.entry("E19", List.of("commendation.supplement")),
            Map.entry("E20", List.of("commendation.vote-requested")),
            Map.entry("E21", List.of("commendation.outcome")),
            Map.entry("E22", List.of("delegation.named")),
            Map.entry("E23", List.of("task.digest")));

    private final MailTemplates templates = new MailTemplates(SETTINGS, cycle -> "");

    @Test
    void everyMailThatTheFieldAsksForHasItsWords() {
        assertThat(templates.names())
                .containsAll(MAILS.values().stream().flatMap(List::stream).toList());
    }

    /** Else a choice for something else would decide how it comes. */
    @Test
    void everyMailIsOfOneKindThatPeopleMayChooseFor() {
        List<String> kinds = Arrays.stream(MailKind.values())
                .flatMap(kind -> kind.templates().stream())
                .toList();
        assertThat(kinds).doesNotHaveDuplicates();
        assertThat(templates.names())
                .filteredOn(name -> !List.of("task.digest", "task.gathered").contains(name))
                .containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void noWordsWaitForASenderInVain() throws IOException {
        String senders;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            senders = String.join(
                    "\n",
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("MailKind.java"))
                            .map(MailCatalogueTest::read)
                            .toList());
        }
        assertThat(templates.names()).allSatisfy(name -> assertThat(senders).contains('"' + name + '"'));
    }

    @Test
    void aCyclesNoteStandsInEachOfItsMailsAndInNoOther() {
        MailTemplates noted = new MailTemplates(
                SETTINGS, cycle -> cycle.equals("2023") ? "Đầu mối: ông An <024.3825.0001>\n\nTổng đài 1022" : "");
        assertThat(templates.names()).allSatisfy(name -> {
            QueuedMail mail = mail(name, "2023");
            assertThat(noted.text(mail))
                    .contains("\n\nĐầu mối: ông An <024.3825.0001>\n\nTổng đài 1022\n\n--\n")
                    .doesNotContain("\n\n\n");
            assertThat(noted.html(mail)).contains("Đầu mối: ông An &lt;024.3825.0001&gt;<br>", "Tổng đài 1022<br>");
            assertThat(noted.text(mail(name, "2024")))
                    .doesNotContain("Tổng đài")
                    .contains("\n--\n");
            assertThat(noted.html(mail(name, "2023, 2024"))).doesNotContain("Tổng đài", "border-left");
        });
    }

    private static QueuedMail mail(String template, String cycle) {
        OffsetDateTime now = OffsetDateTime.now();
        return new QueuedMail(
                1,
                "key",
                "an",
                "Nguyễn Văn An",
                "an@nepsong.example",
                template,
                "Thư",
                Map.of("cycle", cycle, "link", "/", "sections", List.of(), "news", List.of(), "items", List.of()),
                MailState.PENDING,
                0,
                0,
                now,
                now,
                null,
                now,
                null,
                null);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
