package nepsong.correction.process;

import nepsong.catalogue.Checklists;
import nepsong.correction.Finding;
import nepsong.cycle.Cycles;
import org.springframework.stereotype.Component;

/** What a finding offends against, by code and in words: nobody knows the codes by heart. */
@Component
class FindingCriterion {

    private final Checklists checklists;
    private final Cycles cycles;

    FindingCriterion(Checklists checklists, Cycles cycles) {
        this.checklists = checklists;
        this.cycles = cycles;
    }

    String said(Finding finding) {
        String code = finding.criterion();
        if (code == null) {
            return FindingView.NO_CRITERION;
        }
        Integer version = cycles.get(finding.cycle()).checklistVersion();
        if (version == null) {
            return code;
        }
        return checklists
                .version(version)
                .find(code)
                .map(criterion -> code + " – " + criterion.text())
                .orElse(code);
    }
}
