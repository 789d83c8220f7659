package nepsong.bench;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@link CompletionTimes} on H2 in memory. */
class CompletionOnH2Benchmark {

    @Test
    void completions() throws IOException {
        CompletionTimes.measure("h2", "jdbc:h2:mem:completion-%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");
    }
}
