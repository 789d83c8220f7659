package nepsong.commendation;

/** What the decision table {@code award-eligibility} says of a nomination. */
public enum Eligibility {
    ELIGIBLE("Đủ điều kiện"),
    DOWNGRADED("Hạ hình thức khen thưởng"),
    ON_HOLD("Chưa xét"),
    SUPPLEMENT("Cần bổ sung"),
    REFUSED("Không đủ điều kiện");

    private final String title;

    Eligibility(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public boolean goesToVote() {
        return this == ELIGIBLE || this == DOWNGRADED;
    }
}
