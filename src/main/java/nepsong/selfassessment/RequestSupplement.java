package nepsong.selfassessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Refusal;
import nepsong.selfassessment.Returns.Missing;
import nepsong.selfassessment.Returns.Returned;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretary asks a unit, once, to add what its scorecard lacks. */
@Component
public class RequestSupplement {

    private final SelfAssessments selfAssessments;
    private final Returns returns;
    private final UnitChecklists checklists;
    private final SelfAssessmentMails mails;

    RequestSupplement(
            SelfAssessments selfAssessments, Returns returns, UnitChecklists checklists, SelfAssessmentMails mails) {
        this.selfAssessments = selfAssessments;
        this.returns = returns;
        this.checklists = checklists;
        this.mails = mails;
    }

    @Transactional
    public List<Refusal> request(String cycle, String unit, String user, String reason, List<Missing> missing) {
        List<Refusal> refusals = new ArrayList<>();
        if (selfAssessments.get(cycle, unit).supplementRequested()) {
            refusals.add(Refusal.of(
                    "decision", "Đơn vị đã được yêu cầu bổ sung một lần; không yêu cầu bổ sung lần thứ hai"));
        }
        if (missing.isEmpty()) {
            refusals.add(Refusal.of("missing", "Cần liệt kê ít nhất một nội dung còn thiếu"));
        }
        Set<String> known = checklists.of(cycle, unit).criteria().stream()
                .map(Criterion::code)
                .collect(Collectors.toSet());
        missing.stream()
                .filter(one -> !known.contains(one.criterion()))
                .forEach(one -> refusals.add(
                        Refusal.ofRow("criterion", one.criterion(), "Tiêu chí này không có trong phiếu của đơn vị")));
        if (refusals.isEmpty()) {
            returns.add(cycle, unit, user, new Returned(Returned.Kind.SUPPLEMENT, reason), missing);
            mails.supplementRequested(cycle, unit, reason, missing);
        }
        return refusals;
    }
}
