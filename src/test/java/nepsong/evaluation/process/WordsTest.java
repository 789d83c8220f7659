package nepsong.evaluation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import nepsong.evaluation.Cap;
import nepsong.evaluation.Grade;
import nepsong.evaluation.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Cap LATE = new Cap("V2", Grade.FAIR, "Nộp chậm");
    private static final Cap DEED = new Cap("V4", Grade.AVERAGE, "Có kết luận");

    @Test
    void aConfirmedAdjustmentIsToldWithItsReasonBeforeWhatCapsTheGrade() {
        assertThat(Words.limits(graded(null, List.of()), "")).isEqualTo("không có lý do giới hạn");
        assertThat(Words.limits(graded(Grade.GOOD, List.of(LATE)), "Như điểm."))
                .as("adjusted to what the score earns")
                .isEqualTo("V2: Nộp chậm");
        assertThat(Words.limits(graded(Grade.FAIR, List.of()), "Có dư luận xấu."))
                .isEqualTo("điều chỉnh từ Tốt thành Khá, Trưởng đoàn đã xác nhận: Có dư luận xấu");
        assertThat(Words.limits(graded(Grade.FAIR, List.of(DEED)), "Có dư luận xấu."))
                .isEqualTo("điều chỉnh từ Tốt thành Khá, Trưởng đoàn đã xác nhận: Có dư luận xấu; V4: Có kết luận");
    }

    private static Result graded(@Nullable Grade adjusted, List<Cap> caps) {
        return new Result(
                "2023",
                "so-y-te",
                "khoi-1",
                null,
                null,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.TEN,
                Grade.GOOD,
                adjusted,
                Grade.FAIR,
                caps,
                1);
    }

    @Test
    void capsThatChangedNothingAreToldApartFromThoseThatDid() {
        assertThat(Words.caps(Grade.GOOD, List.of())).isEqualTo("không có lý do giới hạn");
        assertThat(Words.caps(Grade.GOOD, List.of(LATE, DEED))).isEqualTo("V2: Nộp chậm; V4: Có kết luận");
        assertThat(Words.caps(Grade.FAIR, List.of(LATE, DEED)))
                .isEqualTo("V4: Có kết luận; không làm đổi xếp loại – V2: Nộp chậm");
        assertThat(Words.caps(Grade.POOR, List.of(LATE, DEED)))
                .isEqualTo("không làm đổi xếp loại – V2: Nộp chậm; V4: Có kết luận");
    }
}
