package nepsong.notification;

import static nepsong.notification.OutboxTestContext.assignment;
import static nepsong.notification.OutboxTestContext.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nepsong.organisation.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(OutboxTestContext.class)
class OutboxTest {

    private static final String SENDER = "Cơ quan thường trực – Sở Văn hóa và Thể thao Hà Nội.";
    private static final String AUTOMATIC = "Thư tự động, không trả lời.";

    @Autowired
    private Outbox outbox;

    @Autowired
    private QueuedMails mails;

    @Autowired
    private MailTemplates templates;

    @Autowired
    private ResendMail resend;

    @Autowired
    private OutboxGauges gauges;

    @Autowired
    private OutboxTestContext.MovableClock clock;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anEmptyOutbox() {
        jdbc.sql("delete from outbox").update();
    }

    @Test
    void theSameKeyIsQueuedOnce() {
        outbox.postAll(List.of(
                assignment("t1", "huong", "Tự đánh giá"),
                assignment("t1", "huong", "Tự đánh giá"),
                assignment("t1", "minh", "Tự đánh giá")));
        outbox.post(assignment("t1", "huong", "Tên đã đổi"));

        assertThat(all())
                .extracting(QueuedMail::key)
                .containsExactlyInAnyOrder("task.assigned/t1/huong/0", "task.assigned/t1/minh/0");
        assertThat(all()).extracting(QueuedMail::subject).containsOnly("[QTƯX 2023] Việc mới: Tự đánh giá");
    }

    @Test
    void theNextGenerationIsQueuedAgain() {
        outbox.post(assignment("t1", "huong", "Tự đánh giá"));
        outbox.post(
                new Mail("task.assigned", "t1", 1, person("huong"), "task.assigned", Map.of("task", "Tự đánh giá")));

        assertThat(all()).hasSize(2);
    }

    @Test
    void aTransactionThatFailsLeavesNoMail() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    outbox.post(assignment("t1", "huong", "Tự đánh giá"));
                    throw new IllegalStateException("the task was not created");
                }))
                .hasMessage("the task was not created");

        assertThat(all()).isEmpty();
    }

    @Test
    void aTransactionWritesItsMailsTogetherBeforeItCommits() {
        List<Integer> within = new ArrayList<>();
        transactions.executeWithoutResult(status -> {
            outbox.post(assignment("t1", "huong", "Tự đánh giá"));
            outbox.post(assignment("t2", "huong", "Tự đánh giá"));
            within.add(all().size());
            assertThat(outbox.postNow(List.of(assignment("t3", "minh", "Tự đánh giá"))))
                    .extracting(Mail::key)
                    .containsExactly("task.assigned/t3/minh/0");
            within.add(all().size());
        });

        assertThat(within).as("later, and at once").containsExactly(0, 1);
        assertThat(all())
                .extracting(QueuedMail::key)
                .containsExactlyInAnyOrder(
                        "task.assigned/t1/huong/0", "task.assigned/t2/huong/0", "task.assigned/t3/minh/0");
    }

    @Test
    void whatIsPostedWhileTheTransactionCommitsIsWrittenToo() {
        transactions.executeWithoutResult(status -> {
            outbox.post(assignment("t1", "huong", "Tự đánh giá"));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    outbox.post(assignment("t2", "huong", "Tự đánh giá"));
                }
            });
        });

        assertThat(all())
                .extracting(QueuedMail::key)
                .containsExactlyInAnyOrder("task.assigned/t1/huong/0", "task.assigned/t2/huong/0");
    }

    @Test
    void whatIsPostedForTheFirstTimeWhileTheTransactionCommitsIsWrittenToo() {
        transactions.executeWithoutResult(
                status -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        outbox.post(assignment("t1", "huong", "Tự đánh giá"));
                        outbox.post(assignment("t2", "minh", "Tự đánh giá"));
                    }
                }));

        assertThat(all())
                .extracting(QueuedMail::key)
                .containsExactlyInAnyOrder("task.assigned/t1/huong/0", "task.assigned/t2/minh/0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${7*7}",
                "[[${7*7}]]",
                "[(${7*7})]",
                "__${7*7}__",
                "*{7*7}",
                "#{x}",
                "@{/x}",
                "~{closing}",
                "[# th:text=\"${7*7}\" /]",
                "<b>đậm</b>",
                "<script>alert(1)</script>",
                "{{=7*7}}",
                "\\$1 $1"
            })
    void aValueIsTakenLiterallyEverywhere(String value) {
        outbox.post(assignment("t1", "huong", value));

        QueuedMail mail = all().get(0);
        assertThat(mail.subject()).isEqualTo("[QTƯX 2023] Việc mới: " + value);
        assertThat(templates.text(mail)).contains("xử lý: " + value + ".");
        String escaped = value.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
        assertThat(templates.html(mail)).contains("xử lý: <b>" + escaped + "</b>.");
    }

    @Test
    void aLineBreakDoesNotReachTheSubject() {
        outbox.post(assignment("t1", "huong", "Tự đánh giá\r\nBcc: ke-gian@nepsong.example\u2028\u0000x"));

        assertThat(all().get(0).subject())
                .isEqualTo("[QTƯX 2023] Việc mới: Tự đánh giá Bcc: ke-gian@nepsong.example x");
    }

    @Test
    void textsAreStoredComposed() {
        outbox.post(assignment("t1", "huong", Normalizer.normalize("Tự đánh giá – Hoàn Kiếm", Normalizer.Form.NFD)));

        assertThat(all().get(0).subject()).isEqualTo("[QTƯX 2023] Việc mới: Tự đánh giá – Hoàn Kiếm");
    }

    @Test
    void datesAndNumbersReadAsVietnameseWritesThem() {
        assertThat(Facts.of(Map.of(
                        "day", LocalDate.of(2023, 11, 6),
                        "moment", Instant.parse("2023-11-06T01:00:00Z"),
                        "number", new BigDecimal("2.5"))))
                .containsEntry("day", "06/11/2023")
                .containsEntry("moment", "08:00 ngày 06/11/2023")
                .containsEntry("number", "2,5");
    }

    @Test
    void aLinkLeadsNowhereButToUs() {
        Map<String, Object> facts = Map.of("task", "x", "link", "https://elsewhere.example/");

        assertThatThrownBy(() -> outbox.post(new Mail("e", "t", person("huong"), "task.assigned", facts)))
                .isInstanceOf(IllegalArgumentException.class);
        outbox.post(assignment("t1", "huong", "x"));
        assertThat(templates.text(all().get(0)))
                .contains("http://127.0.0.1:8080/camunda/app/tasklist/default/#/?task=t1");
        assertThat(templates.html(all().get(0)))
                .contains("href=\"http://127.0.0.1:8080/camunda/app/tasklist/default/#/?task=t1\"");
    }

    @Test
    void everyTemplateRendersInBothForms() {
        Map<String, Object> facts = new HashMap<>();
        for (String fact :
                List.of("cycle", "task", "deadline", "unit", "documentNumber", "documentTitle", "reason", "code")) {
            facts.put(fact, "⟨" + fact + "⟩");
        }
        facts.put("items", List.of("⟨item⟩"));
        facts.put("tasks", List.of(Map.of("name", "⟨name⟩", "deadline", "⟨due⟩"), Map.of("name", "⟨other⟩")));
        facts.put("link", "/");

        assertThat(templates.names()).hasSizeGreaterThan(25);
        int number = 0;
        for (String template : templates.names()) {
            outbox.post(new Mail("rendered", "m" + number++, person("huong"), template, facts));
            outbox.post(new Mail("bare", "m" + number, person("huong"), template, Map.of("tasks", List.of())));
        }
        for (QueuedMail mail : all()) {
            assertThat(templates.text(mail) + mail.subject())
                    .as(mail.template())
                    .contains("Kính gửi Nguyễn Thị Hương", "Thư tự động, không trả lời.")
                    .doesNotContain("${", "[(", "[#", "[/", "null", "\n\n\n");
            assertThat(templates.html(mail))
                    .as(mail.template())
                    .contains("<html lang=\"vi\"", "Nguyễn Thị Hương", "Thư tự động, không trả lời.")
                    .doesNotContain("${", "[[", " th:", "null");
        }
    }

    /** Whichever half a reader shows: the same facts, the way in, and from whom it comes. */
    @Test
    void textAndHtmlTellTheSame() {
        for (String template : templates.names()) {
            outbox.post(new Mail("told", template, person("huong"), template, everyFactOf(template)));
        }
        assertThat(all()).hasSameSizeAs(templates.names()).allSatisfy(mail -> {
            String text = templates.text(mail);
            String html = templates.html(mail).replaceFirst("(?s)^.*</head>", "");
            assertThat(marked(text)).as(mail.template()).isNotEmpty().isEqualTo(marked(html));
            assertThat(text)
                    .as(mail.template())
                    .contains("http://127.0.0.1:8080/here")
                    .endsWith("\n--\n%s\n%s\n".formatted(SENDER, AUTOMATIC));
            assertThat(html)
                    .as(mail.template())
                    .contains("href=\"http://127.0.0.1:8080/here\"", SENDER + "<br>" + AUTOMATIC);
        });
    }

    private static Map<String, Object> everyFactOf(String template) {
        Map<String, Object> facts = new HashMap<>();
        for (String form : List.of(".txt", ".html")) {
            Pattern.compile("\\$\\{(\\w+)[.}]")
                    .matcher(source(template + form))
                    .results()
                    .forEach(fact -> facts.put(fact.group(1), "⟨" + fact.group(1) + "⟩"));
        }
        List<Map<String, String>> tasks = List.of(Map.of("name", "⟨name⟩", "deadline", "⟨due⟩", "link", "/task"));
        facts.replaceAll((name, value) -> switch (name) {
            case "items" -> List.of("⟨item⟩");
            case "news" -> tasks;
            case "sections" -> List.of(Map.of("title", "⟨title⟩", "tasks", tasks));
            default -> value;
        });
        facts.put("link", "/here");
        return facts;
    }

    private static String source(String file) {
        try {
            return new ClassPathResource("mail/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Set<String> marked(String words) {
        return Pattern.compile("⟨\\w+⟩")
                .matcher(words)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aSubjectIsNoLongerThanAMailReaderShows() {
        outbox.post(assignment("t1", "huong", "á".repeat(20_000)));

        assertThat(all().get(0).subject()).hasSize(250).endsWith("…");
    }

    @Test
    void aPersonWithOverlongDataDoesNotStopTheTransaction() {
        Person person =
                new Person("x", "Á".repeat(2000), "x" + "😀".repeat(1000) + "@nepsong.example", "", "", null, null);

        outbox.post(new Mail("e", "t", person, "task.assigned", Map.of("task", "x")));

        assertThat(all()).singleElement().satisfies(mail -> assertThat(mail.address())
                .as("no character is cut in two")
                .isEqualTo("x" + "😀".repeat(159) + "…"));
    }

    @Test
    void theListIsFilteredByStateAndText() {
        outbox.postAll(List.of(assignment("t1", "huong", "Tự đánh giá 50%"), assignment("t2", "minh", "Biên bản")));

        assertThat(mails.search(MailState.PENDING, "50%", 0, 10)).hasSize(1);
        assertThat(mails.search(null, "MINH", 0, 10)).hasSize(1);
        assertThat(mails.search(MailState.DEAD, null, 0, 10)).isEmpty();
        assertThat(mails.count(null, "_")).isZero();
        assertThat(mails.search(null, null, 1, 1))
                .extracting(QueuedMail::person)
                .containsExactly("huong");
    }

    @Test
    void aWrongAddressIsNotTakenAsACorrection() {
        outbox.post(assignment("t1", "huong", "Tự đánh giá"));
        long id = all().get(0).id();

        assertThat(resend.to(id, "không phải địa chỉ")).isPresent();
        assertThat(resend.to(id, "a@b.example\r\nBcc: c@d.example")).isPresent();
        assertThat(resend.to(id, "a@b.example, c@d.example")).isPresent();
        assertThat(resend.to(id, "x".repeat(20_000) + "@b.example")).isPresent();
        assertThat(resend.to(id + 1000, "a@b.example")).isPresent();
        assertThat(resend.to(id, " dung@nepsong.example ")).isEmpty();
        assertThat(all().get(0).address()).isEqualTo("dung@nepsong.example");
    }

    @Test
    void theGaugesShowWhatWaits() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        gauges.bindTo(registry);
        outbox.post(assignment("t1", "huong", "Tự đánh giá"));
        clock.advance(Duration.ofMinutes(2));

        assertThat(registry.get("nepsong.outbox.backlog").gauge().value()).isEqualTo(1);
        assertThat(registry.get("nepsong.outbox.dead").gauge().value()).isZero();
        assertThat(registry.get("nepsong.outbox.oldest.age").gauge().value()).isEqualTo(120);
    }

    private List<QueuedMail> all() {
        return mails.search(null, null, 0, 1000);
    }
}
