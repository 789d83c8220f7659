package nepsong.commendation;

/** As a nominated person gives it. */
public enum Gender {
    FEMALE("Nữ"),
    MALE("Nam"),
    OTHER("Khác");

    private final String title;

    Gender(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
