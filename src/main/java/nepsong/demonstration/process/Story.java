package nepsong.demonstration.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.demonstration.Marks;
import nepsong.demonstration.PlayedUnits;
import org.springframework.stereotype.Component;

/** What befalls the units of the cycle that is played: who is late, who claims too much, what is found and disputed. */
@Component
class Story {

    private static final String REASON = "Lý do được nêu đầy đủ, kèm tài liệu và số liệu mà các bên đã cùng xem xét.";

    private static final List<Map<String, Object>> FINDINGS = List.of(
            finding("BOARD_FADED", "MINOR", "Sảnh tầng 1, trụ sở", "Bảng niêm yết đã bạc màu, khó đọc.", "CS-C2"),
            finding(
                    "COMMUNICATION_IRREGULAR",
                    "MINOR",
                    "Hồ sơ tuyên truyền",
                    "Ba tháng trong năm không có hoạt động tuyên truyền nào.",
                    "CS-B3"),
            finding(
                    "WORKPLACE_UNTIDY",
                    "MINOR",
                    "Phòng làm việc tầng 2",
                    "Tài liệu xếp trên lối đi, bàn làm việc chưa gọn gàng.",
                    "CS-C4"),
            finding(
                    "NO_SELF_CHECK",
                    "MAJOR",
                    "Hồ sơ tự kiểm tra",
                    "Chưa tổ chức tự kiểm tra nội bộ lần thứ hai.",
                    "CS-E1"));

    private final PlayedUnits units;

    Story(PlayedUnits units) {
        this.units = units;
    }

    /**
     * One task as the story knows it.
     *
     * @param number of the unit; where there is none, counts the tasks of the step
     * @param times  how often this was done before at the unit
     */
    record Part(String step, String cycle, String unit, int number, int times) {}

    /** Working days between the offer and the day on which it is done. */
    static int delay(Part part) {
        int n = part.number();
        return switch (part.step()) {
            case "directive.draftPlan" -> 3;
            case "self-assessment.acknowledge" -> n == 17 ? 6 : 1 + n % 3;
            case "self-assessment.scoreCriteria" -> 7 + n * 5 % 16;
            case "cross-inspection.inspect", "bloc-inspection.inspectAgain" -> 7 + n * 5 % 7;
            case "self-assessment.approve" -> n == 10 ? 14 : 1 + n % 3;
            case "cross-inspection.explain", "evaluation.giveOpinion", "appeal.considerResult" -> 1 + n % 3;
            case "correction.reportCorrection" -> n == 11 ? 24 : 3 + n % 4;
            case "follow-up.report" -> 9 + n * 3 % 17;
            case "evaluation.appraise", "evaluation.draftReport" -> 4;
            case "evaluation.holdConference" -> 8;
            case "bloc-inspection.approvePairs", "commendation.vote" -> 2 + n % 2;
            default -> 1 + n % 2;
        };
    }

    void type(Part part, Map<String, Object> form) {
        switch (part.step()) {
            case "self-assessment.scoreCriteria", "self-assessment.supplement" -> selfScores(part, form);
            case "self-assessment.checkCompleteness" -> completeness(part, form);
            case "cross-inspection.inspect" -> crossScores(part, form);
            case "bloc-inspection.inspectAgain" -> Counted.again(form, row -> marks(part, row));
            case "cross-inspection.explain" -> explanation(part, form);
            case "cross-inspection.answer" -> answer(part, form);
            case "correction.verifyCorrection" -> verification(part, form);
            case "evaluation.appraise" -> bonus(form);
            case "evaluation.giveOpinion" -> opinion(part, form);
            case "evaluation.holdConference" ->
                PlayedDesk.rows(form, "guests").forEach(row -> row.put("present", true));
            case "appeal.considerResult" -> appeal(part, form);
            default -> {}
        }
    }

    private void selfScores(Part part, Map<String, Object> form) {
        int document = 20;
        for (Map<String, Object> row : PlayedDesk.rows(form, "criteria")) {
            Marks marks = marks(part, row);
            row.put("notApplicable", false);
            row.put("score", marks.self().doubleValue());
            Counted.byUnit(row, marks.self());
            row.put("note", "Đã triển khai theo kế hoạch, hồ sơ kèm theo.");
            row.put("evidenceNumber", document++ + "/BC-VP");
            row.put("evidencePage", "trang " + (1 + document % 5));
        }
    }

    private void crossScores(Part part, Map<String, Object> form) {
        for (Map<String, Object> row : PlayedDesk.rows(form, "criteria")) {
            row.put("notApplicable", false);
            row.put("score", marks(part, row).cross().doubleValue());
            Counted.byInspectors(row, marks(part, row).cross());
            row.put("note", "Đã xem hồ sơ và kiểm tra thực tế tại đơn vị.");
        }
        List<Map<String, Object>> found = new ArrayList<>();
        int count = part.number() % 3 == 0 ? 0 : part.number() % 4 == 1 ? 2 : 1;
        for (int i = 0; i < count; i++) {
            found.add(new LinkedHashMap<>(FINDINGS.get((part.number() + i) % FINDINGS.size())));
        }
        form.put("findings", found);
        form.putAll(Counted.whereabouts());
        form.put("opinionOnTheSpot", "Đơn vị tiếp thu ý kiến của đoàn.");
    }

    /** The first score that inspectors saw lower, at every second unit; the last ones are asked back in vain. */
    private void explanation(Part part, Map<String, Object> form) {
        boolean disputes = part.number() % 2 == 0;
        for (Map<String, Object> row : PlayedDesk.rows(form, "criteria")) {
            Marks marks = marks(part, row);
            boolean contested = disputes && marks.contested();
            row.put("agreed", !contested);
            if (contested) {
                row.put(
                        "explanation",
                        "Đơn vị đã bổ sung hồ sơ ngay sau buổi kiểm tra, có xác nhận của bộ phận chuyên môn; đề nghị xem"
                                + " lại.");
                row.put("proposedScore", marks.self().doubleValue());
                disputes = false;
            }
        }
    }

    private static void answer(Part part, Map<String, Object> form) {
        for (Map<String, Object> row : PlayedDesk.rows(form, "criteria")) {
            row.put("decision", part.number() % 8 == 0 ? "reject" : "accept");
            row.put("reason", REASON);
        }
    }

    private static void completeness(Part part, Map<String, Object> form) {
        if (part.number() == 9 && part.times() == 0) {
            form.put("decision", "supplement");
            form.put("reason", REASON);
            form.put(
                    "missing",
                    List.of(new LinkedHashMap<>(Map.of(
                            "criterion", "CS-A1", "what", "Thiếu trang có chữ ký và dấu của lãnh đạo đơn vị."))));
        }
    }

    private static void verification(Part part, Map<String, Object> form) {
        if (part.number() == 5 && part.times() == 0) {
            form.put("decision", "reopen");
            form.put("reason", "Mới thay bảng tại trụ sở chính; bộ phận một cửa vẫn còn bảng cũ.");
        }
    }

    private static void bonus(Map<String, Object> form) {
        Map<String, Object> best = new LinkedHashMap<>(Map.of("cause", "REPLICATED", "evidence", "Báo cáo các đơn vị"));
        best.put("unit", PlayedDesk.rows(form, "units").get(0).get("unit"));
        best.put("reason", "Có mô hình hay được các đơn vị trong khối học tập.");
        PlayedDesk.rows(form, "items").add(best);
    }

    private static void opinion(Part part, Map<String, Object> form) {
        if (part.number() == 1) {
            form.put("decision", "comment");
            form.put("reason", "Cần nêu rõ hơn nguyên nhân chủ quan của các tồn tại.");
            Map<String, Object> remark = new LinkedHashMap<>();
            remark.put("section", "VI");
            remark.put("text", "Nguyên nhân của các tồn tại");
            remark.put("kind", "add");
            remark.put("proposal", "Bổ sung trách nhiệm của người đứng đầu đơn vị.");
            remark.put("reason", "Để rõ ai chịu trách nhiệm khắc phục.");
            form.put("remarks", List.of(remark));
        }
    }

    private void appeal(Part part, Map<String, Object> form) {
        if (part.number() == 3) {
            form.put("decision", "appeal");
            form.put("criteria", List.of("CS-B3"));
            form.put("reason", "Đơn vị đề nghị xem lại số tháng có hoạt động tuyên truyền, có hồ sơ kèm theo đầy đủ.");
        }
    }

    private Marks marks(Part part, Map<String, Object> row) {
        return units.marks(part.cycle(), part.unit(), String.valueOf(row.get("code")));
    }

    private static Map<String, Object> finding(
            String type, String severity, String place, String description, String criterion) {
        return Map.of(
                "type", type, "severity", severity, "place", place, "description", description, "criterion", criterion);
    }
}
