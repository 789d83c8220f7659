package nepsong.selfassessment;

import java.util.List;

/**
 * What a unit says when it takes up the cycle.
 *
 * @param contactPhone   ten digits, or empty
 * @param headInCharge   id of one of the unit's heads
 * @param inspectors     ids of its people who will inspect another unit
 * @param staffCount     staff on that day
 * @param conflicts      codes of units that it should not be paired with
 * @param conflictReason empty where there are none
 */
public record Acknowledgement(
        String contactName,
        String contactPosition,
        String contactPhone,
        String contactEmail,
        String headInCharge,
        List<String> inspectors,
        int staffCount,
        List<String> conflicts,
        String conflictReason) {

    public Acknowledgement {
        inspectors = List.copyOf(inspectors);
        conflicts = List.copyOf(conflicts);
    }
}
