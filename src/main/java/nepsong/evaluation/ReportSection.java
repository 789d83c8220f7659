package nepsong.evaluation;

/** The parts of the report on a cycle, in their order. */
public enum ReportSection {
    DIRECTION("I", "Công tác chỉ đạo, triển khai"),
    COMMUNICATION("II", "Công tác tuyên truyền"),
    PUBLIC_PLACES("III", "Thực hiện quy tắc ứng xử nơi công cộng"),
    MODELS("IV", "Mô hình, cách làm hay"),
    RESULTS("V", "Kết quả chấm điểm, xếp loại"),
    SHORTCOMINGS("VI", "Tồn tại, hạn chế và nguyên nhân"),
    PROPOSALS("VII", "Kiến nghị, đề xuất"),
    COMMENDATION("VIII", "Đề nghị khen thưởng");

    private final String number;
    private final String title;

    ReportSection(String number, String title) {
        this.number = number;
        this.title = title;
    }

    /** Roman. */
    public String number() {
        return number;
    }

    public String title() {
        return number + ". " + title;
    }
}
