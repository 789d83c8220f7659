package nepsong.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nepsong.evaluation.CapFacts;

/** At least one case for every row of every decision table, with the values on both sides of each threshold. */
final class DecisionCases {

    private DecisionCases() {}

    /**
     * @param rules   ids of the rows that hold, without their prefix {@code rule_}
     * @param outputs of each of these rows, in the table's order
     */
    record Case(String decision, Map<String, Object> inputs, List<String> rules, List<List<Object>> outputs) {

        @Override
        public String toString() {
            return decision + " " + rules + " " + inputs;
        }
    }

    static Stream<Case> all() {
        return Stream.of(
                        grades(),
                        caps(),
                        discrepancies(),
                        approvals(),
                        deadlines(),
                        eligibility(),
                        votes(),
                        prizes(),
                        salaries())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> grades() {
        return Stream.of(
                grade("100", "excellent", "EXCELLENT", "Xuất sắc"),
                grade("90.00", "excellent", "EXCELLENT", "Xuất sắc"),
                grade("89.99", "good", "GOOD", "Tốt"),
                grade("80.00", "good", "GOOD", "Tốt"),
                grade("79.99", "fair", "FAIR", "Khá"),
                grade("65.00", "fair", "FAIR", "Khá"),
                grade("64.99", "average", "AVERAGE", "Trung bình"),
                grade("50.00", "average", "AVERAGE", "Trung bình"),
                grade("49.99", "poor", "POOR", "Yếu"),
                grade("0.00", "poor", "POOR", "Yếu"));
    }

    private static Case grade(String score, String rule, Object... outputs) {
        return one("performance-grade", Map.of("score", new BigDecimal(score)), rule, outputs);
    }

    private static Stream<Case> caps() {
        return Stream.of(
                new Case("grade-cap", faultless(), List.of(), List.of()),
                cap("selfAssessmentSubmitted", false, "v1", "POOR", "Không nộp tự đánh giá"),
                cap("workingDaysLate", 6, "v2", "FAIR", "Nộp tự đánh giá chậm quá 5 ngày làm việc"),
                fine("workingDaysLate", 5),
                cap("evidenceUntrue", true, "v3", "POOR", "Minh chứng không trung thực"),
                cap("harassmentConcluded", true, "v4", "AVERAGE", "Có kết luận sách nhiễu, tiêu cực"),
                new Case(
                        "grade-cap",
                        faultlessBut("lowestGroupPercent", new BigDecimal("49.99")),
                        List.of("v5", "v6"),
                        List.of(
                                List.of("V5", "FAIR", "Có nhóm tiêu chí đạt dưới 50%"),
                                List.of("V6", "GOOD", "Loại Xuất sắc đòi hỏi mọi nhóm tiêu chí đạt từ 75%"))),
                cap(
                        "lowestGroupPercent",
                        new BigDecimal("50.00"),
                        "v6",
                        "GOOD",
                        "Loại Xuất sắc đòi hỏi mọi nhóm tiêu chí đạt từ 75%"),
                cap(
                        "lowestGroupPercent",
                        new BigDecimal("74.99"),
                        "v6",
                        "GOOD",
                        "Loại Xuất sắc đòi hỏi mọi nhóm tiêu chí đạt từ 75%"),
                fine("lowestGroupPercent", new BigDecimal("75.00")),
                cap("openCriticalFindings", 1, "v7", "FAIR", "Còn tồn tại nghiêm trọng chưa khắc phục"),
                cap("repeatedFindings", 3, "v8", "FAIR", "Lặp lại từ 3 tồn tại của kỳ trước trở lên"),
                fine("repeatedFindings", 2),
                cap("inspectionObstructed", true, "v9", "POOR", "Cản trở việc kiểm tra"),
                cap("pledgedPercent", new BigDecimal("99.99"), "v10", "GOOD", "Chưa đạt 100% ký cam kết"),
                cap("headDisciplined", true, "v11", "AVERAGE", "Người đứng đầu đơn vị bị kỷ luật"),
                cap("crossInspectionDone", false, "v12", "GOOD", "Không hoàn thành nhiệm vụ kiểm tra chéo"),
                cap("correctionUnreported", true, "v13", "FAIR", "Không báo cáo khắc phục tồn tại"));
    }

    static Map<String, Object> faultless() {
        BigDecimal hundred = BigDecimal.valueOf(100);
        return new CapFacts(true, 0, false, false, hundred, 0, 0, false, hundred, false, true, false).inputs();
    }

    private static Map<String, Object> faultlessBut(String fact, Object value) {
        Map<String, Object> inputs = faultless();
        inputs.put(fact, value);
        return inputs;
    }

    private static Case fine(String fact, Object value) {
        return new Case("grade-cap", faultlessBut(fact, value), List.of(), List.of());
    }

    private static Case cap(String fact, Object value, String rule, String highest, String reason) {
        return one("grade-cap", faultlessBut(fact, value), rule, rule.toUpperCase(), highest, reason);
    }

    private static Stream<Case> discrepancies() {
        return Stream.of(
                discrepancy(3.0, 3.0, 4, "within", "ACCEPT_CROSS"),
                discrepancy(3.0, 2.0, 4, "within", "ACCEPT_CROSS"),
                discrepancy(0.0, 1.0, 1, "within", "ACCEPT_CROSS"),
                discrepancy(3.0, 4.25, 5, "within", "ACCEPT_CROSS"),
                discrepancy(4.0, 2.75, 4, "other", "EXPLAIN"),
                discrepancy(0.0, 1.25, 4, "other", "EXPLAIN"),
                discrepancy(3.0, 0.0, 5, "other", "EXPLAIN"),
                discrepancy(3.25, 0.0, 5, "large", "EXPLAIN_TO_HEAD_OF_TEAM"),
                discrepancy(null, 2.0, 4, "other", "EXPLAIN"),
                discrepancy(2.0, null, 4, "other", "EXPLAIN"));
    }

    private static Case discrepancy(Double self, Double cross, int maximum, String rule, String outcome) {
        return one("discrepancy", map("selfScore", self, "crossScore", cross, "maximum", maximum), rule, outcome);
    }

    private static Stream<Case> approvals() {
        return Stream.of(
                approval(false, 40, 4, "notAllowed", "NOT_ALLOWED"),
                approval(true, 19, 4, "reasonTooShort", "REASON_TOO_SHORT"),
                approval(true, 20, 20, "automatic", "AUTOMATIC"),
                approval(true, 20, 20.25, "secretary", "SECRETARY"));
    }

    private static Case approval(boolean allowed, int length, double points, String rule, String outcome) {
        return one(
                "na-approval",
                Map.of(
                        "allowed",
                        allowed,
                        "reasonLength",
                        length,
                        "notApplicablePoints",
                        points,
                        "shortestReason",
                        20,
                        "pointsWithoutApproval",
                        20.0),
                rule,
                outcome);
    }

    private static Stream<Case> deadlines() {
        return Stream.of(
                deadline("BOARD_FADED", "MINOR", "boardWorn", 10, true, "SITE", 30),
                deadline("BOARD_TORN", "MINOR", "boardWorn", 10, true, "SITE", 30),
                deadline("BOARD_WRONG", "MAJOR", "boardWrongOrMissing", 5, true, "SITE", 100),
                deadline("BOARD_MISSING", "MAJOR", "boardWrongOrMissing", 5, true, "SITE", 100),
                deadline("WORKPLACE_UNTIDY", "MINOR", "workplaceUntidy", 5, true, "SITE", 20),
                deadline("COMMUNICATION_IRREGULAR", "MINOR", "communicationIrregular", 30, false, "FILE", 100),
                deadline("AUDIENCE_NOT_CLASSIFIED", "MINOR", "audienceNotClassified", 20, false, "FILE", 100),
                deadline("TRAINING_INTEGRATED_ONLY", "MINOR", "trainingIntegratedOnly", 60, false, "FILE", 100),
                deadline("NO_SELF_CHECK", "MAJOR", "noSelfCheck", 20, false, "SITE", 100),
                deadline("PUBLIC_PLACE_HYGIENE", "MINOR", "publicPlaceHygiene", 3, true, "SITE", 30),
                deadline("CONDUCT", "MAJOR", "conduct", 10, false, "SITE", 100),
                deadline("HARASSMENT", "CRITICAL", "harassment", 5, false, "SITE", 100),
                deadline("BOARD_MISSING", "MINOR", "boardMinor", 10, true, "SITE", 30),
                deadline("BOARD_TORN", "MAJOR", "boardMajor", 5, true, "SITE", 100),
                deadline("BOARD_WRONG", "CRITICAL", "boardCritical", 3, true, "SITE", 100),
                deadline("WORKPLACE_UNTIDY", "MAJOR", "visibleMajor", 5, true, "SITE", 100),
                deadline("PUBLIC_PLACE_HYGIENE", "CRITICAL", "visibleCritical", 3, true, "SITE", 100),
                deadline("NO_SELF_CHECK", "MINOR", "filedMinor", 20, false, "FILE", 100),
                deadline("HARASSMENT", "MAJOR", "filedMajor", 10, false, "SITE", 100),
                deadline("CONDUCT", "CRITICAL", "filedCritical", 5, false, "SITE", 100));
    }

    private static Case deadline(
            String type, String severity, String rule, int days, boolean photos, String recheckOn, int percent) {
        return one(
                "finding-deadline",
                Map.of("type", type, "severity", severity),
                rule,
                days,
                photos,
                photos,
                recheckOn,
                percent,
                type.startsWith("BOARD_") ? 30 : 0);
    }

    private static Stream<Case> eligibility() {
        String held = "Chưa xét: ";
        return Stream.of(
                award("underDiscipline", "ON_HOLD", held + "đang xem xét kỷ luật", person("underDiscipline", true)),
                award(
                        "underInvestigation",
                        "ON_HOLD",
                        held + "đang bị điều tra, thanh tra hoặc kiểm tra dấu hiệu vi phạm",
                        person("underInvestigation", true, "sameAchievementAwarded", true)),
                award(
                        "complaintBeingVerified",
                        "ON_HOLD",
                        held + "có khiếu nại, tố cáo đang được xác minh",
                        person("complaintBeingVerified", true)),
                award(
                        "pressReportBeingVerified",
                        "ON_HOLD",
                        held + "vấn đề báo chí nêu đang được xác minh",
                        collective("GOOD", 5, "pressReportBeingVerified", true)),
                award(
                        "sameAchievement",
                        "REFUSED",
                        "Thành tích này đã được khen thưởng",
                        person("sameAchievementAwarded", true)),
                award(
                        "policeTaxAwaited",
                        "ON_HOLD",
                        held + "chờ ý kiến của cơ quan công an, thuế",
                        person("policeTaxOpinion", "WAITING")),
                award(
                        "consultationAwaited",
                        "ON_HOLD",
                        held + "chờ ý kiến hiệp y của cơ quan liên quan",
                        household("consultation", "WAITING", "wrongSubject", true)),
                award(
                        "wrongSubject",
                        "REFUSED",
                        "Không đúng đối tượng của hình thức khen thưởng này",
                        person("wrongSubject", true)),
                award(
                        "wrongAuthority",
                        "REFUSED",
                        "Hình thức khen thưởng này thuộc thẩm quyền của cấp khác",
                        collective("EXCELLENT", 1, "wrongAuthority", true)),
                award(
                        "householdTitle",
                        "REFUSED",
                        "Hộ gia đình chỉ được xét Giấy khen hoặc Bằng khen",
                        household("form", "CITY_TITLE")),
                award(
                        "policeTaxDisagreed",
                        "REFUSED",
                        "Cơ quan công an hoặc thuế không đồng ý khen thưởng",
                        person("policeTaxOpinion", "DISAGREED")),
                award(
                        "consultationDisagreed",
                        "REFUSED",
                        "Cơ quan được lấy ý kiến hiệp y không đồng ý khen thưởng",
                        person("consultation", "DISAGREED")),
                award("eligible", "ELIGIBLE", "Đủ điều kiện", household()),
                award("eligible", "ELIGIBLE", "Đủ điều kiện", household("form", "COMMENDATION_LETTER")),
                award(
                        "eligible",
                        "ELIGIBLE",
                        "Đủ điều kiện",
                        person("policeTaxOpinion", "AGREED", "consultation", "AGREED")),
                award("gradeTooLow", "REFUSED", "Tập thể xếp loại dưới mức Tốt", collective("FAIR", 1)),
                award(
                        "gradeTooLow",
                        "REFUSED",
                        "Tập thể xếp loại dưới mức Tốt",
                        collective("POOR", 9, "form", "COMMENDATION_LETTER")),
                award(
                        "certificateNotExcellent",
                        "DOWNGRADED",
                        "Bằng khen đòi hỏi xếp loại Xuất sắc: đề nghị Giấy khen",
                        collective("GOOD", 1)),
                award(
                        "certificateRank",
                        "DOWNGRADED",
                        "Bằng khen dành cho ba đơn vị dẫn đầu khối: đề nghị Giấy khen",
                        collective("EXCELLENT", 4)),
                award(
                        "lastYearRating",
                        "REFUSED",
                        "Năm trước chưa đạt mức Hoàn thành tốt nhiệm vụ",
                        person("civilServant", true, "lastYearRating", "COMPLETED")),
                award(
                        "deedUndated",
                        "SUPPLEMENT",
                        "Đề nghị bổ sung ngày thực hiện việc tốt",
                        person("deedDated", false)),
                award(
                        "deedUnconfirmed",
                        "SUPPLEMENT",
                        "Đề nghị bổ sung xác nhận của đơn vị",
                        person("confirmedByUnit", false)),
                award("eligible", "ELIGIBLE", "Đủ điều kiện", person()),
                award("eligible", "ELIGIBLE", "Đủ điều kiện", person("civilServant", true, "lastYearRating", "GOOD")),
                award("eligible", "ELIGIBLE", "Đủ điều kiện", person("lastYearRating", "COMPLETED")),
                award("eligible", "ELIGIBLE", "Đủ điều kiện", collective("EXCELLENT", 3)),
                award("eligible", "ELIGIBLE", "Đủ điều kiện", collective(null, null)),
                award("eligible", "ELIGIBLE", "Đủ điều kiện", collective("GOOD", 7, "form", "COMMENDATION_LETTER")));
    }

    private static Case award(String rule, String outcome, String reason, Map<String, Object> inputs) {
        return one("award-eligibility", inputs, rule, outcome, reason);
    }

    private static Map<String, Object> person(Object... changes) {
        return nominee("PERSON", "GOOD_PERSON_GOOD_DEED", changes);
    }

    private static Map<String, Object> household(Object... changes) {
        return nominee("HOUSEHOLD", "CERTIFICATE_OF_MERIT", changes);
    }

    private static Map<String, Object> collective(String grade, Integer rank, Object... changes) {
        Map<String, Object> inputs = nominee("COLLECTIVE", "CERTIFICATE_OF_MERIT", "grade", grade, "rankInBloc", rank);
        inputs.putAll(map(changes));
        return inputs;
    }

    private static Map<String, Object> nominee(String nominee, String form, Object... changes) {
        Map<String, Object> inputs = map("nominee", nominee, "form", form, "grade", null, "rankInBloc", null);
        inputs.putAll(map("underDiscipline", false, "underInvestigation", false, "complaintBeingVerified", false));
        inputs.putAll(map("pressReportBeingVerified", false, "sameAchievementAwarded", false));
        inputs.putAll(map("wrongSubject", false, "wrongAuthority", false));
        inputs.putAll(map("policeTaxOpinion", "NOT_NEEDED", "consultation", "NOT_NEEDED"));
        inputs.putAll(map("civilServant", false, "lastYearRating", null, "deedDated", true, "confirmedByUnit", true));
        inputs.putAll(map(changes));
        return inputs;
    }

    private static Stream<Case> prizes() {
        return Stream.of(
                prize("PERSON", "COMMENDATION_LETTER", "letterPerson", 0.3),
                prize("HOUSEHOLD", "COMMENDATION_LETTER", "letterHousehold", 0.45),
                prize("COLLECTIVE", "COMMENDATION_LETTER", "letterCollective", 0.6),
                prize("PERSON", "CERTIFICATE_OF_MERIT", "certificatePerson", 1.5),
                prize("HOUSEHOLD", "CERTIFICATE_OF_MERIT", "certificateHousehold", 2.25),
                prize("COLLECTIVE", "CERTIFICATE_OF_MERIT", "certificateCollective", 3.0),
                prize("PERSON", "CITY_TITLE", "titlePerson", 3.0),
                prize("COLLECTIVE", "CITY_TITLE", "titleCollective", 1.5),
                prize("PERSON", "GOOD_PERSON_GOOD_DEED", "goodDeed", 1.0),
                prize("HOUSEHOLD", "CITY_TITLE", "none", 0.0));
    }

    private static Case prize(String nominee, String form, String rule, double multiple) {
        return one("prize-money", Map.of("nominee", nominee, "form", form), rule, multiple);
    }

    private static Stream<Case> salaries() {
        return Stream.of(
                salary("2026-11-29", "from2024", 2_340_000),
                salary("2024-07-01", "from2024", 2_340_000),
                salary("2024-06-30", "from2023", 1_800_000),
                salary("2023-07-01", "from2023", 1_800_000),
                salary("2023-06-30", "before", 1_490_000));
    }

    private static Case salary(String day, String rule, long amount) {
        Date decided = Date.from(
                LocalDate.parse(day).atStartOfDay(ZoneId.systemDefault()).toInstant());
        return one("base-salary", Map.of("day", decided), rule, amount);
    }

    private static Stream<Case> votes() {
        String tooFew = "Chưa đủ hai phần ba số thành viên hội đồng bỏ phiếu";
        String passed = "Đạt tỷ lệ đồng ý trên tổng số thành viên hội đồng";
        String missed = "Không đạt tỷ lệ đồng ý %d%% trên tổng số thành viên hội đồng";
        return Stream.of(
                vote("CITY_TITLE", 3, 3, 5, "noQuorumTitle", "NOT_PASSED", 90, tooFew),
                vote("CERTIFICATE_OF_MERIT", 5, 5, 8, "noQuorumCertificate", "NOT_PASSED", 80, tooFew),
                vote("COMMENDATION_LETTER", 0, 0, 0, "noQuorumLetter", "NOT_PASSED", 70, tooFew),
                vote("GOOD_PERSON_GOOD_DEED", 9, 9, 10, "titlePassed", "PASSED", 90, passed),
                vote("CITY_TITLE", 5, 5, 5, "titlePassed", "PASSED", 90, passed),
                vote("GOOD_PERSON_GOOD_DEED", 4, 5, 5, "titleNotPassed", "NOT_PASSED", 90, missed.formatted(90)),
                vote("CERTIFICATE_OF_MERIT", 4, 4, 5, "certificatePassed", "PASSED", 80, passed),
                vote("CERTIFICATE_OF_MERIT", 3, 5, 5, "certificateNotPassed", "NOT_PASSED", 80, missed.formatted(80)),
                vote("COMMENDATION_LETTER", 7, 7, 10, "letterPassed", "PASSED", 70, passed),
                vote("COMMENDATION_LETTER", 6, 9, 9, "letterNotPassed", "NOT_PASSED", 70, missed.formatted(70)));
    }

    private static Case vote(
            String form, int inFavour, int voted, int members, String rule, String outcome, int need, String reason) {
        return one(
                "vote-outcome",
                Map.of("form", form, "inFavour", inFavour, "voted", voted, "members", members),
                rule,
                outcome,
                need,
                reason);
    }

    private static Case one(String decision, Map<String, Object> inputs, String rule, Object... outputs) {
        return new Case(decision, inputs, List.of(rule), List.of(Arrays.asList(outputs)));
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            map.put((String) keysAndValues[at], keysAndValues[at + 1]);
        }
        return map;
    }
}
