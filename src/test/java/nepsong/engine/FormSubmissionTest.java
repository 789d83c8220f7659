package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the form contract accepts and refuses, whoever sends it. */
class FormSubmissionTest {

    private static final String FORM =
            """
            {"id":"t","components":[
              {"type":"text","text":"## T"},
              {"type":"textfield","key":"subject","label":"Tiêu đề","validate":{"required":true,"minLength":5,"maxLength":10}},
              {"type":"textarea","key":"remark","label":"Ghi chú"},
              {"type":"textfield","key":"mail","label":"Thư","validate":{"validationType":"email"}},
              {"type":"textfield","key":"fixed","label":"Cố định","readonly":true},
              {"type":"number","key":"count","label":"Số","decimalDigits":0,"validate":{"min":1,"max":20}},
              {"type":"datetime","key":"day","label":"Ngày","subtype":"date"},
              {"type":"select","key":"unit","label":"Đơn vị","valuesKey":"units"},
              {"type":"taglist","key":"themes","label":"Chuyên đề","valuesKey":"units"},
              {"type":"radio","key":"decision","label":"Ý kiến","validate":{"required":true},
               "values":[{"value":"approve","label":"Đồng ý"},{"value":"return","label":"Trả lại"}]},
              {"type":"textarea","key":"reason","label":"Lý do","validate":{"required":true,"minLength":20},
               "conditional":{"hide":"=decision = null or decision = \\"approve\\""}},
              {"type":"checkbox","key":"pledge","label":"Cam kết"},
              {"type":"dynamiclist","path":"criteria","label":"Tiêu chí","components":[
                {"type":"textfield","key":"code","label":"§code","readonly":true},
                {"type":"number","key":"max","label":"§max","readonly":true},
                {"type":"checkbox","key":"notApplicable","label":"Không áp dụng",
                 "conditional":{"hide":"=get value(rules, this.code).na = null"}},
                {"type":"textarea","key":"naReason","label":"Lý do không áp dụng","validate":{"required":true},
                 "conditional":{"hide":"=this.notApplicable != true"}},
                {"type":"number","key":"score","label":"Điểm","decimalDigits":2,"increment":"0.25",
                 "validate":{"required":true,"min":0,"max":"=this.max"},
                 "conditional":{"hide":"=this.notApplicable = true"}}]},
              {"type":"dynamiclist","path":"people","label":"Người dự","allowAddRemove":true,"components":[
                {"type":"textfield","key":"name","label":"Họ tên","validate":{"required":true}}]},
              {"type":"expression","key":"peopleCount","expression":"=count(people)"},
              {"type":"button","label":"Gửi","action":"submit"}]}
            """;

    private final FormContract contract = new FormContract(Clock.systemUTC());

    @Test
    void aSoundSubmissionIsReadIntoItsTypes() throws Exception {
        FormContract.Checked checked = check(Map.of(
                "subject",
                "Kế hoạch",
                "count",
                3.0,
                "day",
                "2026-03-15",
                "unit",
                "a",
                "themes",
                List.of("a", "b"),
                "decision",
                "approve",
                "pledge",
                true));

        assertThat(checked.refusals()).isEmpty();
        assertThat(checked.data().text("subject")).isEqualTo("Kế hoạch");
        assertThat(checked.data().requiredNumber("count")).isEqualByComparingTo(new BigDecimal(3));
        assertThat(checked.data().requiredDate("day")).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(checked.data().choices("themes")).containsExactly("a", "b");
        assertThat(checked.data().flag("pledge")).isTrue();
        assertThat(checked.data().rows("criteria")).hasSize(2);
    }

    @Test
    void aKeyThatTheFormDoesNotDeclareIsRefused() throws Exception {
        assertThat(reasons(Map.of("subject", "Kế hoạch", "decision", "approve", "finalScore", 100)))
                .containsExactly("Trường “finalScore” không thuộc biểu mẫu này");
    }

    @Test
    void whatIsReadOnlyKeepsTheServersValueWhateverIsSent() throws Exception {
        FormContract.Checked checked = check(Map.of("subject", "Kế hoạch", "decision", "approve", "fixed", "giả mạo"));

        assertThat(checked.refusals()).isEmpty();
        assertThat(checked.data().text("fixed")).isEqualTo("đúng");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            subject  | Kế           | “Tiêu đề” cần ít nhất 5 ký tự (hiện có 2)
            subject  | Kế hoạch dài | “Tiêu đề” không được quá 10 ký tự (hiện có 12)
            mail     | ai đó        | “Thư” không phải là địa chỉ thư điện tử
            count    | 0            | “Số” phải từ 1 trở lên
            count    | 21           | “Số” không được quá 20
            count    | 1.5          | “Số” phải là số nguyên
            count    | NaN          | “Số” không phải là số
            day      | 31/12/2026   | “Ngày” không phải là ngày hợp lệ
            day      | 0026-01-01   | “Ngày” năm phải từ 1900 đến 2100
            unit     | c            | “Đơn vị” không có trong các lựa chọn
            pledge   | có           | “Cam kết” chỉ nhận có hoặc không
            """)
    void aBrokenConstraintIsNamedWithItsField(String key, String value, String reason) throws Exception {
        Map<String, Object> values = new HashMap<>(Map.of("subject", "Kế hoạch", "decision", "approve"));
        values.put(key, value);
        assertThat(reasons(values)).containsExactly(reason);
    }

    @Test
    void whatIsRequiredMustBeThereAndWhatIsHiddenCountsAsAbsent() throws Exception {
        assertThat(reasons(Map.of())).containsExactly("“Tiêu đề” phải được nhập", "“Ý kiến” phải được chọn");
        assertThat(reasons(Map.of("subject", "Kế hoạch", "decision", "return")))
                .containsExactly("“Lý do” phải được nhập");
        FormContract.Checked approved =
                check(Map.of("subject", "Kế hoạch", "decision", "approve", "reason", "một lý do không ai thấy"));
        assertThat(approved.refusals()).isEmpty();
        assertThat(approved.data().text("reason")).isEmpty();
    }

    @Test
    void rowsAreCheckedAgainstTheirOwnLimitsAndNamed() throws Exception {
        List<Map<String, Object>> rows = rows();
        rows.get(0).put("score", 2.3);
        rows.get(1).put("score", 9);
        rows.get(1).put("max", 100);
        assertThat(withRows(rows))
                .containsExactly(
                        Refusal.ofRow("score", "CS-A1", "“Điểm” phải theo bước 0,25"),
                        Refusal.ofRow("score", "CS-B6", "“Điểm” không được quá 2"));
    }

    @Test
    void aRowMayBeLeftOutOnlyWhereItsRuleAllows() throws Exception {
        List<Map<String, Object>> rows = rows();
        rows.get(0).put("notApplicable", true);
        rows.get(0).put("score", null);
        rows.get(1).put("notApplicable", true);
        assertThat(withRows(rows))
                .containsExactly(
                        Refusal.ofRow("score", "CS-A1", "“Điểm” phải được nhập"),
                        Refusal.ofRow("naReason", "CS-B6", "“Lý do không áp dụng” phải được nhập"));
    }

    @Test
    void rowsOfAFixedListAreNeitherAddedNorTakenAway() throws Exception {
        List<Map<String, Object>> rows = rows();
        rows.remove(1);
        assertThat(withRows(rows))
                .containsExactly(
                        Refusal.of("criteria", "“Tiêu chí” phải có 2 dòng, không thêm bớt; hãy tải lại trang"));
    }

    @Test
    void aRowInAnothersPlaceOrTwiceOrUnknownIsRefusedAndNoScoreMoves() throws Exception {
        List<Map<String, Object>> swapped = rows();
        Collections.swap(swapped, 0, 1);
        List<Map<String, Object>> twice = rows();
        twice.set(1, twice.get(0));
        List<Map<String, Object>> unknown = rows();
        unknown.get(1).put("code", "CS-Z9");
        for (List<Map<String, Object>> rows : List.of(swapped, twice, unknown)) {
            assertThat(withRows(rows))
                    .contains(Refusal.ofRow(
                            "criteria", "CS-B6", "Dữ liệu gửi lên ở vị trí này là của dòng khác; hãy tải lại trang"));
        }
    }

    @Test
    void aKeyOfARowThatTheListDoesNotDeclareIsRefused() throws Exception {
        List<Map<String, Object>> rows = rows();
        rows.get(1).put("finalScore", 2);
        assertThat(withRows(rows))
                .containsExactly(Refusal.ofRow("criteria", "CS-B6", "Trường “finalScore” không thuộc biểu mẫu này"));
    }

    @Test
    void aCharacterThatNoDatabaseKeepsIsRefusedWithItsFieldAndRow() throws Exception {
        List<Map<String, Object>> rows = rows();
        rows.get(1).put("notApplicable", true);
        rows.get(1).put("naReason", "không\0có");
        assertThat(check(Map.of("subject", "Kế\0hoạch", "decision", "approve", "criteria", rows))
                        .refusals())
                .contains(
                        Refusal.of("subject", "“Tiêu đề” có ký tự không hợp lệ"),
                        Refusal.ofRow("naReason", "CS-B6", "“Lý do không áp dụng” có ký tự không hợp lệ"));
    }

    @Test
    void aListOfTheServersOwnMayBeLongerThanOneThatPeopleMake() throws Exception {
        Map<String, Object> sound = Map.of("subject", "Kế hoạch", "decision", "approve");
        List<Map<String, Object>> eachUnit = Collections.nCopies(3_321, rows().get(0));
        assertThat(check(eachUnit, sound).refusals()).isEmpty();

        Map<String, Object> crowded = new HashMap<>(sound);
        crowded.put("people", Collections.nCopies(1_001, Map.of("name", "Nguyễn Thị An")));
        assertThat(reasons(crowded)).containsExactly("“Người dự” không được quá 1000 dòng");
    }

    @Test
    void aNameThatIsMuchTooLongIsNotRepeatedWithWhatIsWrongWithItsRow() throws Exception {
        Map<String, Object> wordy = new HashMap<>(Map.of("subject", "Kế hoạch", "decision", "approve"));
        wordy.put("people", List.of(Map.of("name", "x".repeat(20_001), "foreign", 1)));
        assertThat(check(wordy).refusals()).isNotEmpty().allSatisfy(refusal -> assertThat(refusal.toString())
                .hasSizeLessThan(400));
    }

    @Test
    void aListThatTheBrowserEmptiedIsEmptyAndOneThatWasNotSentIsAsItOpened() throws Exception {
        Map<String, Object> sound = Map.of("subject", "Kế hoạch", "decision", "approve");
        assertThat(check(sound).data().rows("people")).hasSize(1);
        Map<String, Object> emptied = new HashMap<>(sound);
        emptied.put("peopleCount", 0);
        assertThat(check(emptied).data().rows("people")).isEmpty();
    }

    /** A total that the browser shows is worked out again by whoever needs it. */
    @Test
    void whatTheBrowserReckonedIsNotTaken() throws Exception {
        FormContract.Checked checked = check(Map.of("subject", "Kế hoạch", "decision", "approve", "peopleCount", 7));
        assertThat(checked.refusals()).isEmpty();
        assertThat(checked.data().number("peopleCount")).isEmpty();
    }

    @Test
    void longTextInAnyUnicodeFormIsKeptAsNfc() throws Exception {
        String text =
                "Nguyễn Ưng Hoàng – đẹp 😀 ".repeat(800).substring(0, 20_000).strip();
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        FormContract.Checked checked =
                check(Map.of("subject", "Kế hoạch", "decision", "approve", "remark", decomposed));
        assertThat(checked.refusals()).isEmpty();
        assertThat(checked.data().text("remark")).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
        assertThat(reasons(Map.of("subject", "Kế hoạch", "decision", "approve", "remark", "x".repeat(20_001))))
                .containsExactly("“Ghi chú” không được quá 20000 ký tự (hiện có 20001)");
    }

    private List<Refusal> withRows(List<Map<String, Object>> rows) throws Exception {
        return check(Map.of("subject", "Kế hoạch", "decision", "approve", "criteria", rows))
                .refusals();
    }

    private List<String> reasons(Map<String, Object> submitted) throws Exception {
        return check(submitted).refusals().stream().map(Refusal::reason).toList();
    }

    private FormContract.Checked check(Map<String, Object> submitted) throws Exception {
        return check(rows(), submitted);
    }

    private FormContract.Checked check(List<Map<String, Object>> criteria, Map<String, Object> submitted)
            throws Exception {
        FormSchema form = FormSchema.read(new ObjectMapper().readTree(FORM));
        Map<String, Object> opened = Map.of(
                "fixed", "đúng",
                "units", List.of(new Option("a", "A"), new Option("b", "B")),
                "rules",
                        Map.of(
                                "CS-A1",
                                Map.of("method", "BOOL"),
                                "CS-B6",
                                Map.of("method", "BOOL", "na", "N/A nếu năm không tổ chức")),
                "criteria", criteria,
                "people", List.of(Map.of("name", "Nguyễn Thị An")));
        return contract.check(form, opened, submitted);
    }

    private static List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(new HashMap<>(Map.of("code", "CS-A1", "max", new BigDecimal(4), "score", 2.25)));
        rows.add(new HashMap<>(Map.of("code", "CS-B6", "max", new BigDecimal(2), "score", 1)));
        return rows;
    }
}
