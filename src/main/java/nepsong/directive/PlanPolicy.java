package nepsong.directive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.WorkingCalendar;

/** What a plan must contain before others are asked about it. */
final class PlanPolicy {

    static final int FEWEST_UNITS = 3;
    private static final int FEWEST_LEGAL_BASES = 2;
    private static final int MOST_THEMES = 4;

    private PlanPolicy() {}

    static List<Refusal> judge(Plan plan) {
        List<Refusal> refusals = new ArrayList<>();
        judgeLegalBases(plan, refusals);
        if (plan.units().size() < FEWEST_UNITS) {
            refusals.add(Refusal.of(
                    "units",
                    "Phạm vi cần ít nhất 3 đơn vị (hiện có " + plan.units().size()
                            + "): mỗi đơn vị kiểm tra một đơn vị khác và không kiểm tra lẫn nhau"));
        }
        if (plan.themes().isEmpty() || plan.themes().size() > MOST_THEMES) {
            refusals.add(Refusal.of(
                    "themes",
                    "Chọn từ 1 đến 4 chuyên đề (hiện có " + plan.themes().size() + ")"));
        }
        judgeMilestones(plan, refusals);
        return refusals;
    }

    private static void judgeLegalBases(Plan plan, List<Refusal> refusals) {
        if (plan.legalBases().size() < FEWEST_LEGAL_BASES) {
            refusals.add(Refusal.of("legalBases", "Kế hoạch cần ít nhất 2 căn cứ pháp lý"));
        }
        LocalDate today = plan.draftedAt().atZone(WorkingCalendar.ZONE).toLocalDate();
        for (LegalBasis basis : plan.legalBases()) {
            if (basis.issuedOn().isAfter(today)) {
                refusals.add(
                        Refusal.ofRow("legalBases", basis.number(), "Ngày ban hành căn cứ không được sau hôm nay"));
            }
        }
    }

    private static void judgeMilestones(Plan plan, List<Refusal> refusals) {
        if (plan.milestones().isEmpty()) {
            refusals.add(Refusal.of("milestones", "Kế hoạch cần ít nhất một mốc thời gian"));
        }
        LocalDate earliest = plan.draftedOn();
        String after = "hôm nay";
        for (Milestone milestone : plan.milestones()) {
            if (milestone.from().isBefore(earliest)) {
                refusals.add(Refusal.ofRow("milestones", milestone.title(), "Ngày bắt đầu không được trước " + after));
            }
            if (milestone.to().isBefore(milestone.from())) {
                refusals.add(
                        Refusal.ofRow("milestones", milestone.title(), "Ngày kết thúc không được trước ngày bắt đầu"));
            }
            earliest = milestone.from().isBefore(earliest) ? earliest : milestone.from();
            after = "ngày bắt đầu của bước đứng trên";
        }
    }
}
