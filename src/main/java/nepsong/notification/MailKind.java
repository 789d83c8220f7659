package nepsong.notification;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a mail is about, as far as people may choose how they get it. The first way of a kind is its own. */
public enum MailKind {
    ASSIGNMENT(
            "Giao việc",
            "Việc mới của bạn hoặc của nhóm. Khi có quá nhiều việc cùng lúc, thư được gộp lại, mỗi giờ nhiều nhất một thư.",
            List.of(MailWay.AT_ONCE, MailWay.DAILY),
            Set.of(
                    "task.assigned",
                    "task.reminded",
                    "directive.opinion-requested",
                    "directive.issued",
                    "self-assessment.opened",
                    "cross-inspection.minutes-waiting",
                    "cross-inspection.explanation-invited",
                    "correction.assigned",
                    "evaluation.opinion-requested",
                    "commendation.vote-requested")),
    RETURN(
            "Trả lại, yêu cầu bổ sung",
            "Hồ sơ, dự thảo, báo cáo hoặc kết quả khắc phục bị trả lại để làm tiếp.",
            List.of(MailWay.AT_ONCE, MailWay.DAILY),
            Set.of(
                    "directive.returned",
                    "self-assessment.returned",
                    "correction.reopened",
                    "follow-up.returned",
                    "commendation.supplement")),
    DECISION(
            "Quyết định, kết quả",
            "Kết quả xếp loại, giải trình, xem xét lại, khen thưởng, gia hạn, ủy quyền.",
            List.of(MailWay.AT_ONCE, MailWay.DAILY),
            Set.of(
                    "cycle.withdrawn",
                    "self-assessment.closed",
                    "self-assessment.supplement-closed",
                    "cross-inspection.explanation-answered",
                    "evaluation.opinion-answered",
                    "evaluation.published",
                    "evaluation.appeal-answered",
                    "commendation.outcome",
                    "extension.granted",
                    "extension.refused",
                    "delegation.named",
                    "delegation.ended")),
    SCHEDULE(
            "Lịch kiểm tra, hội nghị",
            "Luôn gửi ngay vì kèm lịch hẹn để đưa vào lịch làm việc.",
            List.of(MailWay.AT_ONCE),
            Set.of(
                    "cross-inspection.assigned",
                    "cross-inspection.scheduled",
                    "cross-inspection.rescheduled",
                    "cross-inspection.released",
                    "cross-inspection.taken-over",
                    "cross-inspection.relieved",
                    "cross-inspection.replaced",
                    "evaluation.conference-invited",
                    "appointment.called-off")),
    REMINDER(
            "Nhắc việc sắp đến hạn",
            "Trong thư tổng hợp buổi sáng ngày làm việc: việc đến hạn hôm nay, còn 1, 2 và 5 ngày làm việc; tự chấm điểm còn 10 ngày, khắc phục và thẩm định còn 3 ngày.",
            List.of(MailWay.DAILY, MailWay.NEVER),
            Set.of()),
    OVERDUE(
            "Việc quá hạn, việc được báo cáo lên",
            "Trong thư buổi sáng; là trách nhiệm nên không tắt được.",
            List.of(MailWay.DAILY),
            Set.of("task.overdue", "task.overdue-list", "task.unattended"));

    /** Mails that carry others, and so go out by themselves whatever their reader chose. */
    private static final Set<String> CARRIERS = Set.of("task.digest", "task.gathered");

    private final String label;
    private final String explanation;
    private final List<MailWay> ways;
    private final Set<String> templates;

    MailKind(String label, String explanation, List<MailWay> ways, Set<String> templates) {
        this.label = label;
        this.explanation = explanation;
        this.ways = ways;
        this.templates = templates;
    }

    /** A mail of no other kind tells of a decision: it is sent, and at once. */
    static MailKind of(String template) {
        for (MailKind kind : values()) {
            if (kind.templates.contains(template)) {
                return kind;
            }
        }
        return DECISION;
    }

    /** How a mail reaches somebody who chose, or did not. */
    static MailWay way(String template, Map<MailKind, MailWay> chosen) {
        MailKind kind = of(template);
        return CARRIERS.contains(template) ? MailWay.AT_ONCE : chosen.getOrDefault(kind, kind.ownWay());
    }

    Set<String> templates() {
        return templates;
    }

    public String label() {
        return label;
    }

    public String explanation() {
        return explanation;
    }

    public List<MailWay> ways() {
        return ways;
    }

    /** Whether the mail itself may be left out altogether. */
    public boolean mandatory() {
        return !ways.contains(MailWay.NEVER);
    }

    MailWay ownWay() {
        return ways.get(0);
    }
}
