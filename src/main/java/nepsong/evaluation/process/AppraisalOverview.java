package nepsong.evaluation.process;

import java.util.LinkedHashMap;
import java.util.Map;
import nepsong.evaluation.DoubleCheck;
import nepsong.evaluation.GradedFacts;
import nepsong.evaluation.ProposeAppraisals.Proposal;
import nepsong.evaluation.UnitScores;
import org.jspecify.annotations.Nullable;

/** What is known of a unit beside the fields in which it is appraised, in words. */
final class AppraisalOverview {

    private AppraisalOverview() {}

    /** @param check null where the unit was not inspected twice */
    static Map<String, Object> of(String cycle, String name, Proposal proposal, @Nullable DoubleCheck check) {
        UnitScores scores = proposal.candidate().scores();
        GradedFacts facts = proposal.candidate().facts();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", name);
        shown.put("file", "/units/" + facts.unit() + "?cycle=" + cycle);
        shown.put("self", Words.points(scores.self()));
        shown.put("cross", Words.points(scores.cross()));
        shown.put("total", Words.points(scores.total()));
        shown.put("weakGroups", Words.orNone(scores.weakGroups()));
        shown.put("submission", submission(facts));
        shown.put(
                "duty",
                facts.crossInspectionDone()
                        ? "Đã thực hiện nhiệm vụ kiểm tra chéo."
                        : "Không hoàn thành nhiệm vụ kiểm tra chéo.");
        shown.put(
                "findings",
                "Tồn tại còn mở: %d, trong đó nghiêm trọng: %d; lặp lại từ kỳ trước: %d."
                        .formatted(facts.openFindings(), facts.openCriticalFindings(), facts.repeatedFindings()));
        shown.put("twice", check == null ? "không thuộc mẫu rút thăm." : twice(check));
        shown.put("grade", proposal.grading().grade().title());
        shown.put("reasons", Words.reasons(proposal.grading()));
        return shown;
    }

    private static String twice(DoubleCheck check) {
        String second = Words.points(check.second());
        if (check.cross() == null) {
            return "Đoàn chấm **%s**, không có điểm kiểm tra chéo để so sánh.".formatted(second);
        }
        String apart = Words.points(check.difference());
        return check.isFarApart()
                ? "Đoàn chấm **%s**, chênh **%s** điểm so với kiểm tra chéo (quá %s): phải nêu cách giải quyết bên dưới."
                        .formatted(second, apart, Words.points(check.allowed()))
                : "Đoàn chấm **%s**, chênh %s điểm so với kiểm tra chéo.".formatted(second, apart);
    }

    private static String submission(GradedFacts facts) {
        if (facts.submittedAt() == null) {
            return "Không nộp tự đánh giá.";
        }
        return facts.workingDaysLate() == 0
                ? "Nộp tự đánh giá đúng hạn."
                : "Nộp tự đánh giá chậm %d ngày làm việc.".formatted(facts.workingDaysLate());
    }
}
