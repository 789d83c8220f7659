package nepsong.evidence;

import nepsong.evidence.EvidencePlace.Need;
import nepsong.evidence.EvidencePlace.Topic;

/** What is written, signed or photographed outside and brought as a file beside a step, by whoever has it. It may come later. */
public enum Paper {
    SELF_REPORT("BC", EvidenceKind.SELF_REPORT, "bản PDF đã ký của lãnh đạo đơn vị"),
    MINUTES("BB", EvidenceKind.MINUTES, "bản PDF có chữ ký của hai bên"),
    PLAN("KH", EvidenceKind.PLAN, "bản PDF đã ký, đóng dấu"),
    PLAN_OPINION("YK", EvidenceKind.PLAN_OPINION, "văn bản góp ý của cơ quan, nếu có"),
    REPORT_OPINION("YK", EvidenceKind.REPORT_OPINION, "văn bản góp ý của cơ quan, nếu có"),
    CONFERENCE_MINUTES("BBHN", EvidenceKind.CONFERENCE_MINUTES, "bản PDF có chữ ký của chủ trì và thư ký"),
    CONFERENCE_BRIEF("BCSL", EvidenceKind.CONFERENCE_BRIEF, "bản đã trình bày tại hội nghị"),
    CONFERENCE_PHOTO("ANHHN", EvidenceKind.CONFERENCE_PHOTO, "ảnh toàn cảnh, không chụp riêng người chưa đồng ý"),
    RESULTS_DECISION("QDCB", EvidenceKind.RESULTS_DECISION, "bản PDF đã ký, đóng dấu"),
    NOMINATION_REQUEST("TTR", EvidenceKind.NOMINATION_REQUEST, "bản PDF đã ký của lãnh đạo đơn vị"),
    NOMINATION_REPORT("BCTT", EvidenceKind.NOMINATION_REPORT, "báo cáo có xác nhận của đơn vị"),
    NOMINATION_MINUTES("BBH", EvidenceKind.NOMINATION_MINUTES, "biên bản họp có chữ ký của chủ trì và thư ký"),
    NOMINATION_PHOTO("ANH", EvidenceKind.NOMINATION_PHOTO, "chỉ nhận ảnh khi người được đề nghị đã đồng ý công khai"),
    AWARD_REQUEST("TTTP", EvidenceKind.AWARD_REQUEST, "bản PDF đã ký, đóng dấu"),
    AWARD_DECISION("QDKT", EvidenceKind.AWARD_DECISION, "bản PDF đã ký, đóng dấu"),
    AWARD_PHOTO("ANHTT", EvidenceKind.AWARD_PHOTO, "chỉ nhận ảnh khi người được khen đã đồng ý công khai");

    private final String topic;
    private final EvidenceKind kind;
    private final String hint;

    Paper(String topic, EvidenceKind kind, String hint) {
        this.topic = topic;
        this.kind = kind;
        this.hint = hint;
    }

    public EvidenceKind kind() {
        return kind;
    }

    /** @param adds whether whoever holds the task brings it; otherwise it is only looked at */
    public Topic topic(boolean adds) {
        return new Topic(topic, topic, kind.label(), hint, Need.NEVER, adds ? kind : null);
    }
}
