package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {

    @Test
    void aReasonThatEndsWithAStopGetsNoSecondOne() {
        assertThat(new Whereabouts(List.of("Sảnh tầng 1"), null, null, "Kiểm tra trong nhà. ").sentences())
                .containsExactly(
                        "Phòng, bộ phận được kiểm tra:",
                        "- Sảnh tầng 1",
                        "Vị trí khi bắt đầu (GPS): không ghi (Kiểm tra trong nhà).");
    }
}
