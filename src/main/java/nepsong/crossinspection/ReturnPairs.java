package nepsong.crossinspection;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The head of team wants the bloc paired again. */
@Component
public class ReturnPairs {

    private final Pairings pairings;

    ReturnPairs(Pairings pairings) {
        this.pairings = pairings;
    }

    @Transactional
    public void giveBack(String cycle, String bloc, String user, String reason) {
        pairings.giveBack(pairings.latest(cycle, bloc).orElseThrow(), user, reason);
    }
}
