package nepsong;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WelcomeTest {

    @Test
    void whoeverStartsTheDemonstrationReadsWhereToGoAndAsWhom() {
        assertThat(Welcome.text("http://127.0.0.1:8080"))
                .contains("http://127.0.0.1:8080", "NepSong#2026", "office", "Cơ quan thường trực", "Kỳ kiểm tra");
    }
}
