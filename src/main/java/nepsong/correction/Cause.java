package nepsong.correction;

/** Why it had come to a finding, as the unit sees it. */
public enum Cause {
    FUNDING("Thiếu kinh phí"),
    OVERSIGHT("Thiếu kiểm tra"),
    UNASSIGNED("Chưa phân công"),
    AWARENESS("Ý thức"),
    OTHER("Khác");

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
