package nepsong.selfassessment;

/**
 * Somebody whom a unit thinks worth a commendation; the nomination itself is a process of its own.
 *
 * @param name        of a collective, a person or a household
 * @param achievement what for
 */
public record AwardProposal(String name, String achievement) {}
