package nepsong.selfassessment;

import java.util.List;

/**
 * What a unit says when it takes up the cycle.
 *
 * @param contactPhone   ten digits
 * @param headInCharge   id of one of the unit's heads
 * @param inspectors     ids of its people who will inspect another unit
 * @param staffCount     staff on that day
 * @param formerUnits    codes of the bloc's units in which its leaders worked before
 */
public record Acknowledgement(
        String contactName,
        String contactPosition,
        String contactPhone,
        String contactEmail,
        String headInCharge,
        List<String> inspectors,
        int staffCount,
        List<String> formerUnits) {

    public Acknowledgement {
        inspectors = List.copyOf(inspectors);
        formerUnits = List.copyOf(formerUnits);
    }
}
