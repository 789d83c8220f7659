package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.WorkingCalendar;
import org.junit.jupiter.api.Test;

class VisitPlanPolicyTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2023, 8, 2);
    private static final LocalDateTime NOW = WEDNESDAY.atTime(10, 0);

    private final VisitPlanPolicy policy = new VisitPlanPolicy(WorkingCalendar.with(List.of()));

    @Test
    void anUnannouncedVisitIsPlannedForAnHourThatIsStillToCome() {
        assertThat(reasons(NOW.minusMinutes(1), false))
                .containsExactly("“Thời gian kiểm tra” đã qua: hãy chọn giờ muộn hơn hoặc ngày khác");
        assertThat(reasons(NOW, false)).isEmpty();
        assertThat(reasons(NOW.plusHours(4), false)).isEmpty();
        assertThat(reasons(WEDNESDAY.plusDays(1).atTime(9, 0), false)).isEmpty();
        assertThat(reasons(WEDNESDAY.minusDays(1).atTime(14, 0), false))
                .containsExactly("“Thời gian kiểm tra” phải từ hôm nay đến một năm sau");
    }

    @Test
    void anAnnouncedVisitHasItsNoticeAndEveryVisitItsHours() {
        assertThat(policy.earliest(true, WEDNESDAY)).isEqualTo(WEDNESDAY.plusDays(7));
        assertThat(reasons(WEDNESDAY.plusDays(7).atTime(8, 0), true)).isEmpty();
        assertThat(reasons(WEDNESDAY.plusDays(6).atTime(16, 30), true))
                .singleElement()
                .asString()
                .contains("sớm nhất là ngày 09/08/2023");
        assertThat(reasons(WEDNESDAY.plusDays(3).atTime(16, 31), false))
                .containsExactly(
                        "Ngày 05/08/2023 không phải là ngày làm việc", "Giờ kiểm tra phải trong khoảng 8:00–16:30");
    }

    private List<String> reasons(LocalDateTime plannedAt, boolean announced) {
        List<Refusal> refusals = policy.check(plannedAt, announced, NOW);
        assertThat(refusals).allMatch(refusal -> refusal.field().equals("plannedAt"));
        return refusals.stream().map(Refusal::reason).toList();
    }
}
