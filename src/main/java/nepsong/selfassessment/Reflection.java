package nepsong.selfassessment;

import java.util.List;

/** What a unit says about itself beside its scores. */
public record Reflection(List<OwnFinding> findings, List<AwardProposal> proposals) {

    public static final Reflection NONE = new Reflection(List.of(), List.of());

    public Reflection {
        findings = List.copyOf(findings);
        proposals = List.copyOf(proposals);
    }

    public boolean isEmpty() {
        return findings.isEmpty() && proposals.isEmpty();
    }
}
