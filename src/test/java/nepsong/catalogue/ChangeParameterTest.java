package nepsong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeParameterTest {

    private static final String REASON = "Theo văn bản của Thành phố năm 2026";
    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");

    private final JdbcParameters parameters = new JdbcParameters(TestDatabase.fresh());
    private final AuditTrail trail = mock();
    private final ChangeParameter change =
            new ChangeParameter(parameters, trail, mock(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aChangeIsKeptWithWhoMadeItWhenAndWhyAndIsInTheTrail() {
        assertThat(change.change(Parameter.LATE_PER_DAY, "0,75", REASON, "", "admin"))
                .isEmpty();

        assertThat(parameters.current().get(Parameter.LATE_PER_DAY)).isEqualByComparingTo("0.75");
        assertThat(parameters.all())
                .filteredOn(one -> one.parameter() == Parameter.LATE_PER_DAY)
                .containsExactly(
                        new Parameters.Entry(Parameter.LATE_PER_DAY, new BigDecimal("0.75"), NOW, "admin", REASON));
        verify(trail).record(any(AuditEvent.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            10,25 | Điểm thưởng nhiều nhất của một đơn vị (điểm): hãy nhập một số từ 0 đến 10, theo bước 0,25.
            1.1   | Điểm thưởng nhiều nhất của một đơn vị (điểm): hãy nhập một số từ 0 đến 10, theo bước 0,25.
            nhiều | Điểm thưởng nhiều nhất của một đơn vị (điểm): hãy nhập một số từ 0 đến 10, theo bước 0,25.
            """)
    void aValueThatMakesNoSenseIsRefusedByName(String typed, String refusal) {
        assertThat(change.change(Parameter.HIGHEST_BONUS, typed, REASON, "", "admin"))
                .containsExactly(refusal);
        assertNothingHappened();
    }

    @Test
    void whoSavesOverAnothersValueIsToldFirst() {
        String seen = parameters.entry(Parameter.HIGHEST_BONUS).seen();
        change.change(Parameter.HIGHEST_BONUS, "4", REASON, seen, "admin");
        assertThat(change.change(Parameter.HIGHEST_BONUS, "4", REASON, seen, "admin"))
                .as("a second click")
                .isEmpty();

        assertThat(change.change(Parameter.HIGHEST_BONUS, "5", REASON, seen, "second"))
                .containsExactly("Điểm thưởng nhiều nhất của một đơn vị (điểm): người khác vừa đổi thành 4 (" + REASON
                        + "). Hãy xem lại, rồi lưu lần nữa nếu vẫn muốn thay.");
        assertThat(parameters.current().get(Parameter.HIGHEST_BONUS)).isEqualByComparingTo("4");

        seen = parameters.entry(Parameter.HIGHEST_BONUS).seen();
        assertThat(change.change(Parameter.HIGHEST_BONUS, "5", REASON, seen, "second"))
                .isEmpty();
        assertThat(parameters.current().get(Parameter.HIGHEST_BONUS)).isEqualByComparingTo("5");
    }

    @Test
    void aChangeWantsItsGrounds() {
        assertThat(change.change(Parameter.HIGHEST_BONUS, "4", " quá ngắn ", "", "admin"))
                .containsExactly("Căn cứ, lý do: hãy ghi từ 20 đến 500 ký tự (hiện có 8).");
        assertNothingHappened();
    }

    private void assertNothingHappened() {
        assertThat(parameters.current().get(Parameter.HIGHEST_BONUS)).isEqualByComparingTo("3");
        verify(trail, never()).record(any(AuditEvent.class));
    }
}
