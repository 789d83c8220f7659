package nepsong.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import nepsong.ProcessTest;
import nepsong.Trial;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class SettledCyclesTest {

    private static final String CYCLE = "settled";
    private static final String STEP = "cross-inspection.inspect";

    private final Cycles cycles;
    private final TransactionTemplate transaction;

    @Autowired
    SettledCyclesTest(Cycles cycles, PlatformTransactionManager transactions) {
        this.cycles = cycles;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void whatATransactionChangesIsItsOwnUntilItIsOver() {
        cycles.add(Trial.cycle(CYCLE, Instant.EPOCH));
        cycles.configure(Trial.configuration(CYCLE, "q-ba-dinh", "q-tay-ho", "q-hoan-kiem"));
        int usual = cycles.workingDays(CYCLE, STEP);

        transaction.executeWithoutResult(changing -> {
            cycles.changeDeadlines(CYCLE, Map.of(STEP, usual + 3));
            assertThat(cycles.workingDays(CYCLE, STEP)).isEqualTo(usual + 3);
            assertThat(daysForSomebodyElse()).isEqualTo(usual);
            assertThat(cycles.workingDays(CYCLE, STEP)).isEqualTo(usual + 3);
            changing.setRollbackOnly();
        });
        assertThat(cycles.workingDays(CYCLE, STEP)).as("undone").isEqualTo(usual);

        transaction.executeWithoutResult(changing -> cycles.changeDeadlines(CYCLE, Map.of(STEP, usual + 3)));
        assertThat(daysForSomebodyElse()).isEqualTo(usual + 3);
    }

    private int daysForSomebodyElse() {
        return CompletableFuture.supplyAsync(() -> cycles.workingDays(CYCLE, STEP))
                .join();
    }
}
