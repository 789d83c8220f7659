package nepsong.catalogue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** A number in the rules that the City may change, and the bounds within which it makes sense. */
public enum Parameter {
    HIGHEST_BONUS("bonus.highest", "Điểm thưởng nhiều nhất của một đơn vị (điểm)", "0.25", "0", "10"),
    HIGHEST_PENALTY("penalty.highest", "Điểm trừ nhiều nhất của một đơn vị (điểm)", "0.25", "0", "50"),
    BONUS_EACH("bonus.each", "Thưởng mỗi căn cứ: được khen, nhân rộng cách làm, giải nhất (điểm)", "0.25", "0", "5"),
    LATE_PER_DAY("late.per-day", "Trừ mỗi ngày làm việc nộp tự đánh giá chậm (điểm)", "0.25", "0", "5"),
    LATE_HIGHEST("late.highest", "Trừ nhiều nhất vì nộp tự đánh giá chậm (điểm)", "0.25", "0", "50"),
    DUTY_REFUSED("duty-refused", "Trừ khi không thực hiện nhiệm vụ kiểm tra chéo (điểm)", "0.25", "0", "50"),
    EVIDENCE_UNTRUE("evidence-untrue", "Trừ mỗi lần minh chứng không trung thực (điểm)", "0.25", "0", "50"),
    COMPLAINT_UNANSWERED(
            "complaint-unanswered", "Trừ mỗi phản ánh đã xác minh không được trả lời (điểm)", "0.25", "0", "10"),
    EXCELLENT_QUOTA("excellent-quota", "Tỷ lệ Xuất sắc trong khối, đề xuất khi cấu hình kỳ (%)", "1", "1", "100"),
    PAIRING_FAR_KILOMETRES("pairing.far-kilometres", "Xếp cặp: hai đơn vị xa nhau khi cách hơn (km)", "1", "1", "500"),
    PAIRING_FAR("pairing.far", "Xếp cặp: điểm bất lợi khi xa nhau", "1", "0", "100"),
    PAIRING_SAME_DISTRICT("pairing.same-district", "Xếp cặp: điểm bất lợi khi cùng địa bàn", "1", "0", "100"),
    PAIRING_DIFFERENT_SIZE("pairing.different-size", "Xếp cặp: điểm bất lợi khi quy mô khác nhau", "1", "0", "100"),
    PAIRING_LEADER_CAME_FROM(
            "pairing.leader-came-from",
            "Xếp cặp: điểm bất lợi khi lãnh đạo từng công tác ở đơn vị đi kiểm tra",
            "1",
            "0",
            "100"),
    PAIRING_LOOP_OF_THREE(
            "pairing.loop-of-three",
            "Xếp cặp: điểm bất lợi khi ba đơn vị kiểm tra nhau theo vòng kín",
            "1",
            "0",
            "100"),
    DOUBLE_SHARE("double.share", "Kiểm tra kép: tỷ lệ đơn vị của khối, làm tròn (%)", "1", "0", "30"),
    DOUBLE_FAR_APART("double.far-apart", "Kiểm tra kép: phải giải quyết khi chênh lệch hơn (điểm)", "0.5", "1", "50");

    private final String code;
    private final String title;
    private final BigDecimal step;
    private final BigDecimal lowest;
    private final BigDecimal highest;

    Parameter(String code, String title, String step, String lowest, String highest) {
        this.code = code;
        this.title = title;
        this.step = new BigDecimal(step);
        this.lowest = new BigDecimal(lowest);
        this.highest = new BigDecimal(highest);
    }

    /** As in the tables and in the trail. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public BigDecimal step() {
        return step;
    }

    public BigDecimal lowest() {
        return lowest;
    }

    public BigDecimal highest() {
        return highest;
    }

    public boolean takes(BigDecimal value) {
        return value.compareTo(lowest) >= 0
                && value.compareTo(highest) <= 0
                && value.remainder(step).signum() == 0;
    }

    public static Optional<Parameter> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
