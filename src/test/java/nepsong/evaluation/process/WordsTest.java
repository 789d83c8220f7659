package nepsong.evaluation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nepsong.evaluation.Cap;
import nepsong.evaluation.Grade;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Cap LATE = new Cap("V2", Grade.FAIR, "Nộp chậm");
    private static final Cap DEED = new Cap("V4", Grade.AVERAGE, "Có kết luận");

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
