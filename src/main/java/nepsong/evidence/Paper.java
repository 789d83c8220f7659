package nepsong.evidence;

import nepsong.evidence.EvidencePlace.Need;
import nepsong.evidence.EvidencePlace.Topic;

/** A paper that is signed outside and brought as a file, where somebody has it: one of its kind for a unit in a cycle. */
public enum Paper {
    SELF_REPORT("BC", EvidenceKind.SELF_REPORT, "bản PDF đã ký của lãnh đạo đơn vị"),
    MINUTES("BB", EvidenceKind.MINUTES, "bản PDF có chữ ký của hai bên");

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
