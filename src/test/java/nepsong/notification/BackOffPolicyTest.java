package nepsong.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffPolicyTest {

    @Test
    void aMailRestsTwiceAsLongEachTimeUpToHalfAnHour() {
        assertThat(rests(false)).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
        assertThat(BackOffPolicy.rest(Integer.MAX_VALUE, false)).hasMinutes(30);
    }

    @Test
    void somebodyKnocksMoreOftenAtADeadServer() {
        assertThat(rests(true)).containsExactly(1L, 2L, 4L, 8L, 8L, 8L, 8L);
    }

    private static List<Long> rests(boolean serverDown) {
        return IntStream.range(0, 7)
                .mapToObj(attempts -> BackOffPolicy.rest(attempts, serverDown).toMinutes())
                .toList();
    }
}
