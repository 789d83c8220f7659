package nepsong.evaluation;

/** How well a unit did; which score earns which grade says the decision table {@code performance-grade}. */
public enum Grade {
    EXCELLENT(5, "Xuất sắc"),
    GOOD(4, "Tốt"),
    FAIR(3, "Khá"),
    AVERAGE(2, "Trung bình"),
    POOR(1, "Yếu");

    private final int level;
    private final String title;

    Grade(int level, String title) {
        this.level = level;
        this.title = title;
    }

    /** 5 is the best, 1 the worst. */
    public int level() {
        return level;
    }

    public String title() {
        return title;
    }

    public Grade lower(Grade other) {
        return level <= other.level ? this : other;
    }
}
