package nepsong.selfassessment;

/** What the secretary says to one criterion that a unit left out. */
public record NaDecision(String criterion, boolean accepted) {}
