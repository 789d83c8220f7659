package nepsong;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import nepsong.cycle.Cycle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WelcomeTest {

    private static final String ADDRESS = "http://127.0.0.1:8080";

    @Test
    void whoeverStartsTheDemonstrationReadsWhereToGoAndAsWhom() {
        assertThat(Welcome.text(ADDRESS, Optional.empty()))
                .contains(ADDRESS, "NepSong#2026", "office", "Cơ quan thường trực", "Kỳ kiểm tra", "mở kỳ 2023");
    }

    @Test
    void whereACycleIsUnderWayNobodyIsToldToBeginOne() {
        assertThat(Welcome.text(ADDRESS, Optional.of(cycle(null))))
                .contains("Kỳ kiểm tra 2023 đang diễn ra", ADDRESS + "/progress")
                .doesNotContain("Khởi tạo quy trình");
    }

    @Test
    void afterACycleTheNextYearIsProposed() {
        assertThat(Welcome.text(ADDRESS, Optional.of(cycle(Instant.now())))).contains("mở kỳ 2024");
    }

    private static Cycle cycle(@Nullable Instant finishedAt) {
        return new Cycle("2023", 2023, "Kỳ 2023", 1, null, Instant.now(), "office", null, finishedAt, null);
    }
}
