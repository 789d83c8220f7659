package nepsong.correction;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closed findings whose second look is due become somebody's work, whether or not their cycle still runs. */
@Component
public class BeginSecondLooks {

    private final SecondLooks looks;
    private final Findings findings;
    private final Corrections corrections;
    private final Clock clock;

    BeginSecondLooks(SecondLooks looks, Findings findings, Corrections corrections, Clock clock) {
        this.looks = looks;
        this.findings = findings;
        this.corrections = corrections;
        this.clock = clock;
    }

    @Transactional
    public void begin() {
        for (String id : looks.due(LocalDate.now(clock))) {
            Finding finding = findings.get(id);
            looks.begin(id, finding.round());
            corrections.lookAgain(finding);
        }
    }
}
