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
    APPEAL("Kèm đề nghị xem xét lại"),
    /** The report of a self-assessment, signed by the head of the unit. */
    SELF_REPORT("Báo cáo tự đánh giá đã ký"),
    /** The minutes of a visit, signed by both sides. */
    MINUTES("Biên bản kiểm tra đã ký"),
    /** The plan of a cycle, as it was signed. */
    PLAN("Kế hoạch kiểm tra đã ký"),
    /** What comes with an opinion on the draft of the plan. */
    PLAN_OPINION("Kèm ý kiến về dự thảo kế hoạch"),
    /** What comes with an opinion on the draft of the report. */
    REPORT_OPINION("Kèm ý kiến về dự thảo báo cáo"),
    /** The minutes of the conference, as they were signed. */
    CONFERENCE_MINUTES("Biên bản hội nghị đã ký"),
    /** What was read out at the conference. */
    CONFERENCE_BRIEF("Báo cáo sơ lược tại hội nghị"),
    CONFERENCE_PHOTO("Ảnh hội nghị"),
    /** The decision that makes results known, as it was signed. */
    RESULTS_DECISION("Quyết định công bố kết quả đã ký"),
    /** Why a unit got points more or less, or a lower grade. */
    APPRAISAL("Căn cứ thưởng, trừ, hạ loại"),
    NOMINATION_REQUEST("Tờ trình đề nghị khen thưởng"),
    NOMINATION_REPORT("Báo cáo thành tích"),
    /** Of the unit's council. */
    NOMINATION_MINUTES("Biên bản họp hội đồng đơn vị"),
    NOMINATION_PHOTO("Ảnh về thành tích"),
    /** By which the standing office puts a nomination before the City. */
    AWARD_REQUEST("Tờ trình Thành phố khen thưởng"),
    /** The decision of the City, as it was signed. */
    AWARD_DECISION("Quyết định khen thưởng đã ký"),
    AWARD_PHOTO("Ảnh trao thưởng");

    private final String label;

    EvidenceKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
