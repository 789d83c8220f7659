package nepsong.commendation;

/** What may be awarded, as the decision tables name it. */
public enum AwardForm {
    COMMENDATION_LETTER("Giấy khen"),
    CERTIFICATE_OF_MERIT("Bằng khen"),
    CITY_TITLE("Danh hiệu cấp Thành phố"),
    GOOD_PERSON_GOOD_DEED("Người tốt, việc tốt");

    private final String title;

    AwardForm(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
