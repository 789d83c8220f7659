package nepsong.evaluation;

import java.math.BigDecimal;
import nepsong.catalogue.Parameter;
import nepsong.catalogue.ParameterValues;
import nepsong.selfassessment.LatenessPolicy;

/** For what a unit gets points more or less. */
public enum PointCause {
    AWARDED("Được Thành phố, Nhà nước khen về thực hiện Quy tắc ứng xử", true, false, Parameter.BONUS_EACH),
    REPLICATED("Cách làm được ít nhất 3 đơn vị khác làm theo", true, false, Parameter.BONUS_EACH),
    FIRST_PRIZE("Giải nhất hội thi, cuộc thi", true, false, Parameter.BONUS_EACH),
    LATE("Nộp tự đánh giá chậm", false, true, Parameter.LATE_PER_DAY),
    NOT_SUBMITTED("Không nộp tự đánh giá", false, false, Parameter.LATE_HIGHEST),
    EVIDENCE_UNTRUE("Minh chứng không trung thực", false, true, Parameter.EVIDENCE_UNTRUE),
    DUTY_REFUSED("Không thực hiện nhiệm vụ kiểm tra chéo", false, false, Parameter.DUTY_REFUSED),
    COMPLAINT_UNANSWERED("Phản ánh đã xác minh không được trả lời", false, true, Parameter.COMPLAINT_UNANSWERED);

    private final String title;
    private final boolean bonus;
    private final boolean counted;
    private final Parameter each;

    PointCause(String title, boolean bonus, boolean counted, Parameter each) {
        this.title = title;
        this.bonus = bonus;
        this.counted = counted;
        this.each = each;
    }

    public String title() {
        return title;
    }

    public boolean isBonus() {
        return bonus;
    }

    /** How often or how many days matters; otherwise it holds once for a unit, or not at all. */
    public boolean isCounted() {
        return counted;
    }

    /** Points from 0 on, before the highest of all causes. */
    BigDecimal points(int times, ParameterValues rules) {
        return this == LATE
                ? LatenessPolicy.penalty(times, rules)
                : rules.get(each).multiply(BigDecimal.valueOf(counted ? times : 1));
    }
}
