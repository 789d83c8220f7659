package nepsong.selfassessment.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nepsong.catalogue.Criterion;
import nepsong.evidence.FiledPieces;
import nepsong.selfassessment.Returns.Returned;
import nepsong.selfassessment.SelfAssessment;

/** Facts of a self-assessment as the forms word them. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

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

    /** What evidence a criterion has. */
    static String filed(FiledPieces pieces, Criterion criterion) {
        int count = pieces.count(criterion.code());
        if (count > 0) {
            return "Đã có **" + count + "** tệp minh chứng: " + pieces.words(criterion.code());
        }
        return criterion.evidenceRequired() ? "**Chưa có tệp minh chứng – bắt buộc có tệp**" : "Chưa có tệp minh chứng";
    }

    /** Empty where it never went back. */
    static String newestReason(List<Returned> returns) {
        return returns.isEmpty() ? "" : returns.get(0).reason();
    }
}
