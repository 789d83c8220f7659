package nepsong.evaluation;

/**
 * One cause for which a unit gets points more or less.
 *
 * @param times    how often, or how many working days, from 1 on; 1 where the cause is not counted
 * @param evidence the document that it rests on, as the appraiser names it
 */
public record PointItem(String unit, PointCause cause, int times, String reason, String evidence) {

    public PointItem {
        if (times < 1) {
            throw new IllegalArgumentException("a cause holds once at least");
        }
    }
}
