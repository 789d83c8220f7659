package nepsong.selfassessment.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import nepsong.selfassessment.Returns.Returned;
import nepsong.selfassessment.SelfAssessment;

/** Facts of a self-assessment as the forms word them. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final Map<String, String> METHODS = Map.of(
            "BOOL", "Đạt hoặc không đạt",
            "LEVEL", "Theo mức",
            "RATIO", "Theo tỷ lệ",
            "COUNT_DEDUCT", "Trừ điểm theo số lỗi",
            "SURVEY", "Theo kết quả khảo sát",
            "FIELD", "Theo phiếu thực địa");

    private Words() {}

    static String submitBy(SelfAssessment selfAssessment) {
        LocalDate due = selfAssessment.dueOn();
        return due == null ? "không đặt hạn" : "hết ngày " + DAY.format(due);
    }

    static String lateness(SelfAssessment selfAssessment) {
        return selfAssessment.lateDays() == 0
                ? "Đơn vị nộp đúng hạn."
                : "Đơn vị nộp chậm " + selfAssessment.lateDays() + " ngày làm việc.";
    }

    /** How a criterion is scored; the catalogue begins with the method's code. */
    static String method(String method) {
        for (Map.Entry<String, String> word : METHODS.entrySet()) {
            if (method.startsWith(word.getKey())) {
                String rest = method.substring(word.getKey().length()).strip();
                return word.getValue()
                        + (rest.isEmpty() || rest.startsWith(":") || rest.startsWith(";") ? "" : " ")
                        + rest;
            }
        }
        return method;
    }

    /** When a criterion may be left out; the catalogue begins with "N/A". */
    static String naRule(String rule) {
        return rule.replaceFirst("^N/A", "Chỉ chọn");
    }

    /** Empty where it never went back. */
    static String newestReason(List<Returned> returns) {
        return returns.isEmpty() ? "" : returns.get(0).reason();
    }
}
