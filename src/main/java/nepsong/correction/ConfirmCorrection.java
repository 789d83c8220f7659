package nepsong.correction;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** At the second look the correction is found to have lasted: the finding stays closed. */
@Component
public class ConfirmCorrection {

    private final Findings findings;
    private final SecondLooks looks;

    ConfirmCorrection(Findings findings, SecondLooks looks) {
        this.findings = findings;
        this.looks = looks;
    }

    @Transactional
    public void confirm(String finding, String user) {
        looks.conclude(finding, findings.get(finding).round(), user, null);
    }
}
