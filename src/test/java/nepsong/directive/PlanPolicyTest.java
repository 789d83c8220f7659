package nepsong.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nepsong.cycle.Refusal;
import org.junit.jupiter.api.Test;

class PlanPolicyTest {

    private static final Instant NOW = Instant.parse("2023-03-20T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2023, 3, 20);
    private static final LegalBasis WORKPLACE =
            new LegalBasis("Quyết định", "522/QĐ-UBND", LocalDate.of(2017, 1, 25), "Quy tắc ứng xử");
    private static final LegalBasis PUBLIC_PLACE =
            new LegalBasis("Quyết định", "1665/QĐ-UBND", LocalDate.of(2017, 3, 10), "Quy tắc ứng xử");

    @Test
    void aPlanAsItIsProposedIsAccepted() {
        assertThat(PlanPolicy.judge(
                        plan(List.of(WORKPLACE, PUBLIC_PLACE), List.of("a", "b", "c"), List.of("t"), milestone(0, 5))))
                .isEmpty();
    }

    @Test
    void aPlanRestsOnTwoDocumentsOfThePast() {
        LegalBasis tomorrow = new LegalBasis("Quyết định", "1/QĐ", TODAY.plusDays(1), "Mai");
        assertThat(reasons(plan(List.of(tomorrow), List.of("a", "b", "c"), List.of("t"), milestone(0, 5))))
                .containsExactly(
                        "Kế hoạch cần ít nhất 2 căn cứ pháp lý", "Ngày ban hành căn cứ không được sau hôm nay");
    }

    @Test
    void twoUnitsCannotInspectEachOther() {
        assertThat(reasons(plan(List.of(WORKPLACE, PUBLIC_PLACE), List.of("a", "b"), List.of("t"), milestone(0, 5))))
                .singleElement()
                .asString()
                .contains("ít nhất 3 đơn vị");
    }

    @Test
    void themesAreOneToFour() {
        assertThat(reasons(plan(
                        List.of(WORKPLACE, PUBLIC_PLACE),
                        List.of("a", "b", "c"),
                        List.of("1", "2", "3", "4", "5"),
                        milestone(0, 5))))
                .containsExactly("Chọn từ 1 đến 4 chuyên đề (hiện có 5)");
        assertThat(reasons(plan(List.of(WORKPLACE, PUBLIC_PLACE), List.of("a", "b", "c"), List.of(), milestone(0, 5))))
                .containsExactly("Chọn từ 1 đến 4 chuyên đề (hiện có 0)");
    }

    @Test
    void milestonesBeginTodayAndFollowEachOther() {
        List<Refusal> refusals = PlanPolicy.judge(plan(
                List.of(WORKPLACE, PUBLIC_PLACE),
                List.of("a", "b", "c"),
                List.of("t"),
                milestone(-1, 5),
                milestone(7, 6),
                milestone(3, 9)));
        assertThat(refusals)
                .extracting(Refusal::row, Refusal::reason)
                .containsExactly(
                        tuple("bước -1", "Ngày bắt đầu không được trước hôm nay"),
                        tuple("bước 7", "Ngày kết thúc không được trước ngày bắt đầu"),
                        tuple("bước 3", "Ngày bắt đầu không được trước ngày bắt đầu của bước đứng trên"));
    }

    @Test
    void aPlanHasAMilestone() {
        assertThat(reasons(plan(List.of(WORKPLACE, PUBLIC_PLACE), List.of("a", "b", "c"), List.of("t"))))
                .containsExactly("Kế hoạch cần ít nhất một mốc thời gian");
    }

    private static Milestone milestone(int from, int to) {
        return new Milestone("bước " + from, TODAY.plusDays(from), TODAY.plusDays(to));
    }

    private static List<String> reasons(Plan plan) {
        return PlanPolicy.judge(plan).stream().map(Refusal::reason).toList();
    }

    private static Plan plan(List<LegalBasis> bases, List<String> units, List<String> themes, Milestone... milestones) {
        return new Plan(
                "2023",
                "Kế hoạch",
                "Trích yếu",
                bases,
                "Mục đích",
                "Yêu cầu",
                units,
                1,
                themes,
                List.of(milestones),
                1,
                NOW,
                "office");
    }
}
