package nepsong.progress;

/** How a stage stands, for the cycle or for one unit: a sign and a word, since colour alone tells not everybody. */
public enum Situation {
    WAITING("○", "Chưa đến"),
    RUNNING("◐", "Đang làm"),
    LATE("▲", "Quá hạn"),
    DONE("✓", "Xong"),
    MISSED("✕", "Không nộp"),
    NONE("–", "Không đề nghị"),
    STOPPED("■", "Đã dừng");

    private final String sign;
    private final String title;

    Situation(String sign, String title) {
        this.sign = sign;
        this.title = title;
    }

    public String sign() {
        return sign;
    }

    /** In Vietnamese. */
    public String title() {
        return title;
    }

    /** For style sheets. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isOver() {
        return this == DONE || this == MISSED || this == NONE;
    }
}
