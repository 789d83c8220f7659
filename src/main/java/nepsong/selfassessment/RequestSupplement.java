package nepsong.selfassessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.Returns.Missing;
import nepsong.selfassessment.Returns.Returned;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretary asks a unit, once, to add what its scorecard lacks. */
@Component
public class RequestSupplement {

    private static final String STEP = "self-assessment.supplement";
    private static final String NOT_LEFT_OUT =
            "Không chấp thuận “Không áp dụng”: chấm điểm tiêu chí này, hoặc nêu lại lý do kèm căn cứ";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final SelfAssessments selfAssessments;
    private final Returns returns;
    private final UnitChecklists checklists;
    private final NaDecisions naDecisions;
    private final SelfAssessmentMails mails;
    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RequestSupplement(
            SelfAssessments selfAssessments,
            Returns returns,
            UnitChecklists checklists,
            NaDecisions naDecisions,
            SelfAssessmentMails mails,
            Cycles cycles,
            WorkingCalendar calendar,
            Clock clock) {
        this.selfAssessments = selfAssessments;
        this.returns = returns;
        this.checklists = checklists;
        this.naDecisions = naDecisions;
        this.mails = mails;
        this.cycles = cycles;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The last day that the secretary may give: that of the cycle's own deadline. */
    public LocalDate latest(String cycle) {
        return calendar.plus(LocalDate.now(clock), cycles.workingDays(cycle, STEP));
    }

    /**
     * @param by       the last day for the supplement
     * @param named    by the secretary; the criteria that may not be left out are added to them
     * @param leftOut  decisions on the criteria left out
     */
    @Transactional
    public List<Refusal> request(
            String cycle,
            String unit,
            String user,
            String reason,
            LocalDate by,
            List<Missing> named,
            List<NaDecision> leftOut) {
        List<Missing> missing = withRefused(named, leftOut);
        List<Refusal> refusals = new ArrayList<>(checkDay(by, latest(cycle)));
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
            naDecisions.write(cycle, unit, user, leftOut);
            mails.supplementRequested(cycle, unit, reason, missing, by);
        }
        return refusals;
    }

    private List<Refusal> checkDay(LocalDate by, LocalDate latest) {
        if (!by.isAfter(LocalDate.now(clock)) || by.isAfter(latest)) {
            return List.of(Refusal.of(
                    "supplementBy", "“Hạn bổ sung” phải sau hôm nay và không muộn hơn ngày " + DAY.format(latest)));
        }
        return calendar.isWorkingDay(by)
                ? List.of()
                : List.of(Refusal.of("supplementBy", "Ngày " + DAY.format(by) + " không phải là ngày làm việc"));
    }

    private static List<Missing> withRefused(List<Missing> named, List<NaDecision> leftOut) {
        Set<String> known = named.stream().map(Missing::criterion).collect(Collectors.toSet());
        Stream<Missing> refused = leftOut.stream()
                .filter(one -> !one.accepted() && !known.contains(one.criterion()))
                .map(one -> new Missing(one.criterion(), NOT_LEFT_OUT));
        return Stream.concat(named.stream(), refused).toList();
    }
}
