package nepsong.evidence;

/** What a piece of evidence stands behind. */
public enum EvidenceKind {
    /** A unit's own score under a criterion. */
    SELF_ASSESSMENT("Của đơn vị"),
    /** The inspectors' score under a criterion. */
    VISIT("Của đoàn kiểm tra"),
    /** What was found wanting: before. */
    FINDING("Trước khi khắc phục"),
    /** What was done about it: after. */
    CORRECTION("Sau khi khắc phục"),
    /** Why a unit does not agree with the inspectors' score. */
    EXPLANATION("Kèm giải trình"),
    /** Why a unit does not agree with its published result. */
    APPEAL("Kèm đề nghị xem xét lại");

    private final String label;

    EvidenceKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
