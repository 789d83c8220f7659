package nepsong.commendation;

/** How far another agency is whose opinion an award needs. */
public enum OpinionState {
    NOT_NEEDED("không thuộc diện lấy ý kiến"),
    AGREED("đồng ý"),
    WAITING("đang chờ ý kiến"),
    DISAGREED("không đồng ý");

    private final String title;

    OpinionState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
