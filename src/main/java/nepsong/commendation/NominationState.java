package nepsong.commendation;

/** How far a nomination has come; follows from what was recorded of it. */
public enum NominationState {
    PROPOSED("Chờ đơn vị xác nhận"),
    NOT_CONFIRMED("Đơn vị không xác nhận"),
    CONFIRMED("Chờ tổng hợp"),
    NOT_TAKEN_UP("Không đưa vào danh sách"),
    TAKEN_UP("Chờ thẩm định"),
    ON_HOLD("Tạm giữ"),
    TO_SUPPLEMENT("Chờ bổ sung"),
    INELIGIBLE("Không đủ điều kiện"),
    VOTING("Hội đồng bỏ phiếu"),
    NOT_PASSED("Hội đồng không tán thành"),
    PASSED("Chờ quyết định"),
    NOT_SIGNED("Thành phố không khen thưởng"),
    SIGNED("Chờ trao thưởng"),
    AWARDED("Đã khen thưởng"),
    WITHDRAWN("Khép lại do dừng kỳ kiểm tra");

    private final String title;

    NominationState(String title) {
        this.title = title;
    }

    /** Nothing more is to come. */
    public boolean isFinal() {
        return switch (this) {
            case NOT_CONFIRMED, NOT_TAKEN_UP, INELIGIBLE, NOT_PASSED, NOT_SIGNED, AWARDED, WITHDRAWN -> true;
            default -> false;
        };
    }

    /** Whoever is told of it wants to know why. */
    public boolean isExplained() {
        return switch (this) {
            case NOT_CONFIRMED, NOT_TAKEN_UP, INELIGIBLE, TO_SUPPLEMENT, NOT_PASSED, NOT_SIGNED -> true;
            default -> false;
        };
    }

    /** The City has decided so, whether or not it was handed over yet. */
    public boolean isAward() {
        return this == SIGNED || this == AWARDED;
    }

    public String title() {
        return title;
    }
}
