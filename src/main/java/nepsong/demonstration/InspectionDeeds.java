package nepsong.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Bloc;
import nepsong.demonstration.PastWork.Deed;
import nepsong.organisation.Unit;

/** The tasks of the finished cycle from its plan to the corrections. */
final class InspectionDeeds {

    private final PastDeeds deeds;

    InspectionDeeds(PastDeeds deeds) {
        this.deeds = deeds;
    }

    InspectionDeeds directive() {
        String cycle = " – kỳ " + LastYear.CYCLE;
        String key = "directive";
        deeds.central(
                key, "draftPlan", "Soạn kế hoạch kiểm tra" + cycle, "office", LastYear.STARTED, 10, LastYear.DRAFTED);
        for (String member : LastYear.TEAM_MEMBERS.subList(0, 3)) {
            deeds.central(
                    key,
                    "giveOpinion",
                    "Cho ý kiến dự thảo kế hoạch" + cycle,
                    member,
                    LastYear.DRAFTED,
                    5,
                    LastYear.OPINIONS);
        }
        deeds.central(
                key, "decide", "Ký kế hoạch kiểm tra" + cycle, "director", LastYear.OPINIONS, 5, LastYear.DECIDED);
        deeds.central(
                key,
                "enterIssue",
                "Nhập số, ngày ban hành kế hoạch" + cycle,
                "office",
                LastYear.DECIDED,
                3,
                LastYear.ISSUED);
        deeds.central(key, "setUpTeam", "Thành lập đoàn kiểm tra" + cycle, "office", LastYear.ISSUED, 5, LastYear.TEAM);
        deeds.central(
                key, "configureCycle", "Cấu hình kỳ kiểm tra" + cycle, "office", LastYear.TEAM, 3, LastYear.CONFIGURED);
        return this;
    }

    InspectionDeeds inspections(List<Bloc> blocs, List<PastUnit> units, Map<String, String> inspecting) {
        units.forEach(this::selfAssessment);
        blocs.forEach(bloc -> deeds.add(
                "bloc-inspection",
                bloc.code(),
                0,
                "approvePairs",
                "Duyệt phân công kiểm tra chéo – " + bloc.name(),
                "headOfTeam",
                deeds.after(LastYear.PAIRED, -1),
                3,
                LastYear.PAIRED));
        units.forEach(unit ->
                crossInspection(unit, Unit.keyOf(inspecting.getOrDefault(unit.code(), unit.code())) + "Inspector"));
        return this;
    }

    private void selfAssessment(PastUnit unit) {
        String key = "self-assessment";
        String of = " – " + unit.name();
        String code = unit.code();
        deeds.add(
                key,
                code,
                0,
                "acknowledge",
                "Xác nhận tiếp nhận" + of,
                unit.coordinator(),
                LastYear.CONFIGURED,
                3,
                unit.acknowledged());
        deeds.add(
                key,
                code,
                0,
                "scoreCriteria",
                "Tự đánh giá" + of,
                unit.coordinator(),
                unit.acknowledged(),
                20,
                unit.scored());
        deeds.add(
                key, code, 0, "approve", "Phê duyệt tự đánh giá" + of, unit.head(), unit.scored(), 5, unit.approved());
        deeds.add(
                key,
                code,
                0,
                "checkCompleteness",
                "Kiểm tra tính đầy đủ" + of,
                "secretary",
                unit.approved(),
                5,
                unit.completed());
    }

    private void crossInspection(PastUnit unit, String inspector) {
        String key = "cross-inspection";
        String of = " – " + unit.name();
        String code = unit.code();
        deeds.add(
                key, code, 0, "schedule", "Lập lịch kiểm tra" + of, "secretary", LastYear.PAIRED, 5, unit.scheduled());
        deeds.add(new Deed(
                key,
                code,
                0,
                "inspect",
                "Kiểm tra, chấm điểm" + of,
                inspector,
                unit.scheduled(),
                deeds.after(unit.visited(), 2),
                unit.sheetOn()));
        deeds.add(
                key,
                code,
                0,
                "writeMinutes",
                "Lập biên bản kiểm tra" + of,
                "secretary",
                unit.sheetOn(),
                2,
                unit.minuted());
        deeds.add(key, code, 0, "explain", "Giải trình" + of, unit.coordinator(), unit.minuted(), 5, unit.explained());
        deeds.add(key, code, 0, "answer", "Xem xét giải trình" + of, inspector, unit.explained(), 5, unit.answered());
    }

    InspectionDeeds corrections(List<PastFinding> findings) {
        String key = "correction";
        for (PastFinding one : findings) {
            String of = " " + one.code() + " – " + one.unit().name();
            String unit = one.unit().code();
            int copy = one.number();
            LocalDate found = one.unit().minuted();
            deeds.add(
                    key,
                    unit,
                    copy,
                    "assignCorrection",
                    "Giao khắc phục" + of,
                    "secretary",
                    found,
                    1,
                    one.assignedOn());
            deeds.add(new Deed(
                    key,
                    unit,
                    copy,
                    "reportCorrection",
                    "Báo cáo khắc phục" + of,
                    one.unit().coordinator(),
                    one.assignedOn(),
                    one.dueOn(),
                    one.reportedOn()));
            deeds.add(
                    key,
                    unit,
                    copy,
                    "verifyCorrection",
                    "Xác minh khắc phục" + of,
                    "secretary",
                    one.redoneOn(),
                    5,
                    one.closedOn());
        }
        return this;
    }
}
