package nepsong.crossinspection;

/**
 * The minutes of a visit.
 *
 * @param refusalReason why the unit did not sign; empty where it did, as are the witnesses
 */
public record Minutes(
        String teamSide,
        String unitSide,
        String content,
        String recommendations,
        String unitOpinion,
        boolean refusedToSign,
        String refusalReason,
        String firstWitness,
        String secondWitness) {}
