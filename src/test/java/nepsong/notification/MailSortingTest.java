package nepsong.notification;

import static nepsong.notification.OutboxTestContext.SETTINGS;
import static nepsong.notification.OutboxTestContext.assignment;
import static nepsong.notification.OutboxTestContext.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nepsong.notification.PostDigests.Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(OutboxTestContext.class)
class MailSortingTest {

    private static final LocalDate DAY = LocalDate.of(2023, 11, 6);

    @Autowired
    private Outbox outbox;

    @Autowired
    private QueuedMails mails;

    @Autowired
    private DueMails due;

    @Autowired
    private MailWriter writer;

    @Autowired
    private MailSorting sorting;

    @Autowired
    private MailTemplates templates;

    @Autowired
    private ChooseMail choose;

    @Autowired
    private PostDigests digests;

    @Autowired
    private OutboxTestContext.MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private FaultySmtp smtp;

    @BeforeEach
    void anEmptyOutboxAndAServer() {
        jdbc.sql("delete from outbox").update();
        jdbc.sql("delete from mail_choices").update();
        smtp = new FaultySmtp();
    }

    @AfterEach
    void closeTheServer() throws IOException {
        smtp.close();
    }

    @Test
    void fiveThousandTasksAtOnceAreOneMailAPersonAndHourAndNoneIsMissing() {
        give(5_000, "huong");
        give(3, "minh");

        worker().sendDue();
        give(2_000, "lan", "huong");
        worker().sendDue();
        worker().sendDue();

        assertThat(to("huong")).hasSize(1);
        assertThat(to("lan")).hasSize(1);
        assertThat(to("minh")).as("a few are told one by one").hasSize(3);
        assertThat(linesOf("huong")).isEqualTo(5_000);
        assertThat(mails.count(MailState.PENDING, "huong"))
                .as("the second storm waits for the next hour")
                .isEqualTo(2_000);

        clock.advance(Duration.ofMinutes(61));
        worker().sendDue();

        assertThat(to("huong")).hasSize(2);
        assertThat(mails.count(MailState.PENDING, null)).isZero();
    }

    @Test
    void aSteadyTrickleBecomesOneMailAnHourBeyondTheFirstTen() {
        for (int task = 0; task < 60; task++) {
            outbox.post(assignment("drop" + task, "huong", "Việc " + task));
            worker().sendDue();
            clock.advance(Duration.ofSeconds(55));
        }

        assertThat(to("huong")).hasSize(MailSorting.SINGLE_ASSIGNMENTS_AN_HOUR + 1);
    }

    @Test
    void whoPrefersTheMorningGetsEverythingInOneMailThen() {
        assertThat(choose.choose("huong", Map.of(MailKind.ASSIGNMENT, MailWay.DAILY)))
                .isEmpty();
        give(3, "huong");
        worker().sendDue();
        assertThat(to("huong")).isEmpty();
        assertThat(mails.backlog()).as("what waits on purpose is no backlog").isZero();

        Digest tasks =
                new Digest(person("huong"), Map.of("Quá hạn", List.of(Map.of("name", "Tự đánh giá", "link", "/x"))), 1);
        assertThat(digests.post(DAY, List.of(tasks))).isOne();
        digests.post(DAY, List.of(tasks));
        worker().sendDue();

        assertThat(to("huong")).hasSize(1);
        assertThat(mails.count(MailState.SENT, "huong")).isEqualTo(4);
        String letter = templates.text(digest());
        assertThat(letter)
                .contains("01 việc quá hạn".substring(1), "Quá hạn:", "Tự đánh giá", "http://127.0.0.1:8080/x")
                .contains("Thư mới từ lần trước:", "Việc 2", "http://127.0.0.1:8080/camunda/app/tasklist");
    }

    @Test
    void nobodyIsToldOfNoTasksThatAreLate() {
        List<Map<String, Object>> tasks = List.of(Map.of("name", "Tự đánh giá", "link", "/x"));
        digests.post(DAY, List.of(new Digest(person("huong"), Map.of("Còn 5 ngày làm việc", tasks), 0)));

        assertThat(digest().subject()).isEqualTo("[QTƯX] Việc của đồng chí hôm nay: 1 việc");
        assertThat(templates.text(digest()))
                .contains("Hôm nay đồng chí có 1 việc cần chú ý.\n", "Còn 5 ngày làm việc:");
        assertThat(templates.html(digest())).contains("việc cần chú ý.").doesNotContain("quá hạn");
    }

    @Test
    void whatComesToWaitAfterTheMorningsMailIsInTheNextMornings() {
        choose.choose("huong", Map.of(MailKind.ASSIGNMENT, MailWay.DAILY));
        give(1, "huong");
        worker().sendDue();
        assertThat(digests.post(DAY, List.of())).isOne();
        worker().sendDue();
        give(2, "huong");
        worker().sendDue();

        assertThat(digests.post(DAY, List.of())).as("there was one today").isZero();
        worker().sendDue();
        assertThat(mails.count(MailState.PENDING, "huong")).isEqualTo(2);
        assertThat(digests.post(DAY.plusDays(1), List.of())).isOne();
        worker().sendDue();

        assertThat(to("huong")).hasSize(2);
        assertThat(mails.count(MailState.PENDING, null)).as("nothing is lost").isZero();
    }

    @Test
    void whatIsReportedUpwardsIsReadInTheMorningsMailAndSentByNoOther() {
        List<Map<String, Object>> late = IntStream.range(0, 40)
                .<Map<String, Object>>mapToObj(i -> Map.of("name", "Khắc phục " + i, "deadline", DAY, "link", "/t" + i))
                .toList();
        outbox.post(reported("task.overdue", "sorted", late));
        worker().sendDue();
        assertThat(to("huong")).isEmpty();
        outbox.post(reported("task.overdue-list", "fresh", late.subList(0, 2)));
        outbox.post(
                new Mail("task.unattended", "t", person("huong"), "task.unattended", Map.of("task", "Lập biên bản")));

        digests.post(DAY, List.of());
        worker().sendDue();

        assertThat(to("huong")).hasSize(1);
        assertThat(mails.count(MailState.SENT, "huong")).isEqualTo(4);
        assertThat(mails.backlog()).isZero();
        assertThat(digest().subject()).isEqualTo("[QTƯX] Việc của đồng chí hôm nay: 42 việc, 42 quá hạn");
        assertThat(templates.text(digest()))
                .contains("Quá hạn tại task.overdue:", "Khắc phục 39", "06/11/2023", "http://127.0.0.1:8080/t39")
                .contains("Quá hạn tại task.overdue-list:")
                .contains("Thư mới từ lần trước:", "Việc chưa có người phụ trách: Lập biên bản");
        assertThat(templates.html(digest())).contains("Khắc phục 39", "http://127.0.0.1:8080/t39");
    }

    private static Mail reported(String template, String about, List<Map<String, Object>> late) {
        return new Mail(
                template,
                about,
                person("huong"),
                template,
                Map.of("sections", List.of(Map.of("title", "Quá hạn tại " + template, "tasks", late))));
    }

    @Test
    void aMandatoryKindCannotBeTurnedOff() {
        for (MailKind kind : MailKind.values()) {
            assertThat(choose.choose("huong", Map.of(kind, MailWay.NEVER)).isEmpty())
                    .as(kind.name())
                    .isEqualTo(kind == MailKind.REMINDER);
        }
    }

    @Test
    void whatAMailCarriesSharesItsFate() {
        give(20, "huong");
        smtp.refused = "huong@";
        worker().sendDue();

        assertThat(mails.count(MailState.DEAD, "huong")).isEqualTo(21);
    }

    private void give(int tasks, String... people) {
        long from = mails.count(null, null);
        for (String person : people) {
            outbox.postAll(IntStream.range(0, tasks)
                    .mapToObj(i -> assignment("t" + from + "-" + i, person, "Việc " + i))
                    .toList());
        }
    }

    private List<String> to(String person) {
        return smtp.messages.stream()
                .filter(message -> message.contains("<" + person + "@"))
                .toList();
    }

    private int linesOf(String person) {
        QueuedMail gathered = mails.search(null, person, 0, 20_000).stream()
                .filter(mail -> mail.template().equals("task.gathered"))
                .findFirst()
                .orElseThrow();
        return ((List<?>) gathered.facts().get("news")).size();
    }

    private QueuedMail digest() {
        return mails.search(null, "task.digest", 0, 1).get(0);
    }

    private MailWorker worker() {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(smtp.port());
        return new MailWorker(sorting, due, writer, server, SETTINGS, clock);
    }
}
