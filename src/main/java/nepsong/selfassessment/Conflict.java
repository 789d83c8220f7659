package nepsong.selfassessment;

/**
 * A unit that another one asks neither to inspect nor to be inspected by.
 *
 * @param unit      code of the unit that says so
 * @param otherUnit code of the one to be kept apart
 * @param reason    at least {@value #SHORTEST_REASON} characters, for the head of team
 */
public record Conflict(String unit, String otherUnit, String reason) {

    public static final int SHORTEST_REASON = 20;
}
