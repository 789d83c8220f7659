package nepsong.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What is written, what is not, and that nothing is lost among many at once. */
class AuditTrailTest {

    private static final int THREADS = 8;
    private static final int EACH = 40;

    Trail trail;

    DataSource database() {
        return Trail.freshH2();
    }

    @BeforeEach
    void begin() {
        trail = new Trail(
                database(),
                Clock.fixed(Instant.parse("2023-11-06T01:00:00.123456789Z"), ZoneId.of("Asia/Ho_Chi_Minh")),
                Trail.KEY);
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void anEventStandsAndFallsWithItsTransaction() {
        trail.transactions.executeWithoutResult(status -> {
            trail.record("kept");
            assertThat(trail.rows()).isEmpty();
        });
        trail.transactions.executeWithoutResult(status -> {
            trail.record("rolled back");
            status.setRollbackOnly();
        });
        trail.record("without a transaction");

        assertThat(trail.rows()).extracting(row -> row.get("subject")).containsExactly("kept", "without a transaction");
        assertThat(trail.chain.verify(null).events()).isEqualTo(2);
    }

    @Test
    void aRefusalStaysWhateverBecomesOfTheTransactionAroundIt() {
        trail.transactions.executeWithoutResult(status -> {
            trail.record("rolled back");
            trail.trail.refused(AuditEvent.of("task.completed").by("minh").because("Chưa nhận việc"));
            status.setRollbackOnly();
        });

        assertThat(trail.rows()).singleElement().satisfies(row -> {
            assertThat(row.get("actor")).isEqualTo("minh");
            assertThat(row.get("refused")).isEqualTo(true);
            assertThat(row.get("reason")).isEqualTo("Chưa nhận việc");
        });
    }

    @Test
    void anEventOfATransactionWithinAnotherIsItsOwn() {
        TransactionTemplate inner = new TransactionTemplate(trail.transactions.getTransactionManager());
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        trail.transactions.executeWithoutResult(status -> {
            trail.record("outer");
            inner.executeWithoutResult(own -> trail.record("inner"));
            trail.record("outer again");
            status.setRollbackOnly();
        });

        assertThat(trail.rows()).extracting(row -> row.get("subject")).containsExactly("inner");
    }

    @Test
    void anEventThatNamesNobodyIsPutDownToWhoActsInItsTransaction() {
        trail.transactions.executeWithoutResult(status -> {
            trail.trail.record(AuditEvent.of("scores.self"));
            trail.trail.record(AuditEvent.of("task.completed").by("lan"));
        });
        trail.trail.record(AuditEvent.of("scores.final"));
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("huong", "", "ROLE_x"));
        trail.trail.record(AuditEvent.of("file.viewed"));

        assertThat(trail.rows()).extracting(row -> row.get("actor")).containsExactly("lan", "lan", "", "huong");
    }

    @Test
    void whatIsTooLongIsCutAndWhatIsNoTextIsLeftOut() {
        trail.trail.record(AuditEvent.of("task.completed")
                .of("2023", "x".repeat(200))
                .about("a\u0000b\nc")
                .because("\uD83D\uDE00".repeat(2000))
                .changed(Map.of("CS-A1", 1), Map.of("CS-A1", 2)));

        Map<String, Object> row = trail.rows().get(0);
        assertThat((String) row.get("unit")).hasSize(100).endsWith("…");
        assertThat(row.get("subject")).isEqualTo("a b c");
        assertThat((String) row.get("reason")).hasSizeLessThanOrEqualTo(2000).endsWith("\uDE00…");
        assertThat(trail.chain.verify(null).isIntact()).isTrue();
    }

    /** Rows of before have no address: {@link Trail#fill} writes such, and the chain goes on over them. */
    @Test
    void fromWhereItWasAskedForIsWrittenAndSigned() {
        trail.fill(3);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("2001:db8::7");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        trail.record("asked for");
        RequestContextHolder.resetRequestAttributes();
        trail.record("by itself");

        assertThat(trail.rows()).extracting(row -> row.get("address")).containsExactly("", "", "", "2001:db8::7", "");
        assertThat(trail.chain.verify(null).isIntact()).isTrue();
    }

    @Test
    void valuesThatStayedAsTheyWereAreLeftOut() {
        AuditEvent event = AuditEvent.of("scores.self")
                .changed(
                        Map.of("CS-A1", new BigDecimal("2.0"), "CS-A2", 1, "gone", true),
                        Map.of("CS-A1", new BigDecimal("2.00"), "CS-A2", 3));

        assertThat(event.before()).isEqualTo(Map.of("CS-A2", 1, "gone", true));
        assertThat(event.after()).isEqualTo(Map.of("CS-A2", 3));
        assertThat(AuditEvent.of("scores.self")
                        .changed(Map.of("a", 1), Map.of("a", 1))
                        .isChange())
                .isFalse();
    }

    @Test
    void nobodyFillsTheTrailByKnockingAtAClosedDoor() {
        IntStream.range(0, 500)
                .forEach(n -> trail.trail.refused(
                        AuditEvent.of("web.refused").by("minh").about("/x/" + n)));
        trail.trail.refused(AuditEvent.of("web.refused").by("lan"));

        assertThat(trail.rows()).hasSize(102);
        assertThat(trail.rows().get(100).get("action")).isEqualTo("refusals.many");
    }

    @Test
    void anActionHasAName() {
        assertThatThrownBy(() -> AuditEvent.of("Completed the task")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eightAtOnceLoseNothingAndNeverForkTheChain() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService people = Executors.newFixedThreadPool(THREADS + 2);
        try {
            List<Future<?>> sealers = IntStream.range(0, 2)
                    .<Future<?>>mapToObj(n -> people.submit(() -> {
                        while (writing.get()) {
                            trail.sealing.seal(false);
                        }
                    }))
                    .toList();
            List<Future<?>> writers = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(n -> people.submit(() -> write(n)))
                    .toList();
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            for (Future<?> sealer : sealers) {
                sealer.get();
            }
        } finally {
            people.shutdownNow();
        }

        AuditVerdict verdict = trail.chain.verify(null);
        assertThat(verdict.broken()).isNull();
        assertThat(verdict.events()).isEqualTo(THREADS * EACH);
        assertThat(trail.jdbc
                        .sql("select position from audit_seals order by position")
                        .query(Long.class)
                        .list())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, THREADS * EACH).boxed().toList());
        assertThat(trail.rows()).extracting(row -> row.get("subject")).doesNotHaveDuplicates();
    }

    /** Every second one is rolled back. */
    private void write(int thread) {
        for (int i = 0; i < 2 * EACH; i++) {
            int n = i;
            trail.transactions.executeWithoutResult(status -> {
                trail.record(thread + "/" + n);
                if (n % 2 == 1) {
                    status.setRollbackOnly();
                }
            });
        }
    }

    @Test
    void aSearchFindsByPersonActionUnitTimeAndText() {
        trail.trail.record(AuditEvent.of("task.completed")
                .by("lan")
                .of("2023", "p-hoan-kiem")
                .about("Chấm điểm 100%"));
        trail.trail.record(AuditEvent.of("task.claimed").by("minh").onBehalfOf("lan"));
        trail.trail.refused(AuditEvent.of("login.refused").by("hung").because("Sai mật khẩu"));

        assertThat(found(question("lan", "", "", "", null))).hasSize(2);
        assertThat(found(question("", "task.", "", "", null))).hasSize(2);
        assertThat(found(question("", "task.claimed", "", "", null))).hasSize(1);
        assertThat(found(question("", "", "p-hoan-kiem", "", null))).hasSize(1);
        assertThat(found(question("", "", "", "100%", null))).hasSize(1);
        assertThat(found(question("", "", "", "MẬT KHẨU", null))).hasSize(1);
        assertThat(found(question("", "", "", "", true))).hasSize(1);
        assertThat(found(AuditQuestion.EVERYTHING)).hasSize(3);
        assertThat(trail.events.count(AuditQuestion.EVERYTHING)).isEqualTo(3);
        assertThat(trail.events.search(AuditQuestion.EVERYTHING, 1, 1))
                .extracting(WrittenEvent::action)
                .containsExactly("task.claimed");
        LocalDate day = LocalDate.of(2023, 11, 6);
        assertThat(found(new AuditQuestion("", "", "", day, day, "", null, true)))
                .hasSize(3);
        assertThat(found(new AuditQuestion("", "", "", day.plusDays(1), null, "", null, true)))
                .isEmpty();
        assertThat(found(new AuditQuestion("", "", "", null, day.minusDays(1), "", null, true)))
                .isEmpty();
    }

    private List<WrittenEvent> found(AuditQuestion question) {
        return trail.events.search(question, 0, 100);
    }

    private static AuditQuestion question(String actor, String action, String unit, String text, Boolean refused) {
        return new AuditQuestion(actor, action, unit, null, null, text, refused, true);
    }
}
