package nepsong.commendation;

/** Who is nominated. */
public enum SubjectType {
    COLLECTIVE("Tập thể"),
    PERSON("Cá nhân"),
    HOUSEHOLD("Hộ gia đình"),
    GOOD_PERSON("Người tốt, việc tốt");

    private final String title;

    SubjectType(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
