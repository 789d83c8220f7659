package nepsong.crossinspection;

import static nepsong.crossinspection.InspectedPair.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nepsong.Desk;
import nepsong.ProcessTest;
import nepsong.correction.Finding;
import nepsong.correction.Findings;
import nepsong.evidence.TaskEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Photos of what was found on a visit, and of what cost points. */
@ProcessTest
class VisitPhotosProcessTest {

    @RegisterExtension
    final InspectedPair pair;

    private final Desk desk;
    private final Findings findings;
    private final TaskEvidence evidence;
    private final JdbcClient jdbc;

    @Autowired
    VisitPhotosProcessTest(
            AutowireCapableBeanFactory beans, Desk desk, Findings findings, TaskEvidence evidence, JdbcClient jdbc) {
        this.pair = beans.createBean(InspectedPair.class);
        this.desk = desk;
        this.findings = findings;
        this.evidence = evidence;
        this.jdbc = jdbc;
    }

    @Test
    void aFindingThatCanBeSeenIsRefusedWithoutItsPhoto() {
        pair.complete("schedule", Map.of());
        List<Map<String, Object>> rows = desk.rows(pair.task("inspect"), "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("criteria", rows);
        sheet.put("accuracyReason", InspectedPair.INDOORS);
        sheet.put(
                "findings",
                List.of(found("CONDUCT", "MAJOR"), found("BOARD_FADED", "MINOR"), found("WORKPLACE_UNTIDY", "MINOR")));
        desk.bringPhotosOfFindings(pair.task("inspect"), 1, 1);
        assertThatThrownBy(() -> pair.complete("inspect", sheet))
                .hasMessageContaining("minh chứng bắt buộc: TT-2, TT-3.");
        desk.bringPhotosOfFindings(pair.task("inspect"), 2, 3);
        pair.complete("inspect", sheet);
        pair.complete("writeMinutes", Map.of());
        assertThat(findings.of(pair.cycle(), UNIT)).extracting(Finding::code).containsExactly("TT-1", "TT-2", "TT-3");
    }

    @Test
    void pointsTakenOffWithoutAPhotoAreNamedInTheMinutes() {
        LocalDateTime planned = LocalDateTime.parse(
                Objects.requireNonNull(desk.form(pair.task("schedule")).get("plannedAt"))
                        .toString());
        pair.complete("schedule", Map.of());
        List<Map<String, Object>> rows = desk.rows(pair.task("inspect"), "criteria");
        rows.forEach(row -> {
            boolean lower = List.of("CS-B1", "CS-C1", "CS-C2", "CS-C4").contains(row.get("code"));
            row.put(
                    "score",
                    lower ? new BigDecimal(row.get("max").toString()).subtract(BigDecimal.ONE) : row.get("max"));
        });
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("criteria", rows);
        sheet.put("accuracyReason", InspectedPair.INDOORS);
        sheet.put("findings", List.of());
        assertThat(desk.form(pair.task("inspect")).get("catalogue").toString())
                .contains("cần có ảnh của đoàn kiểm tra");

        Map<String, Object> shown = new LinkedHashMap<>(found("WORKPLACE_UNTIDY", "MINOR"));
        shown.put("criterion", "CS-C4");
        sheet.put("findings", List.of(shown));
        desk.bringPhotosOfFindings(pair.task("inspect"), 1, 1);
        assertThat(evidence.of(pair.task("inspect").getId(), "qtayhoInspector")
                        .orElseThrow()
                        .place()
                        .visitAt())
                .as("what the time of a photo is compared with")
                .isEqualTo(planned);
        pair.complete("inspect", sheet);
        assertThat(desk.form(pair.task("writeMinutes")))
                .as("the photo of a finding under the criterion will do; what is lacking is told to those who sign")
                .containsEntry("photosLacking", "CS-C1, CS-C2");
        assertThat(pair.score("CS-C1").cross().score()).isEqualByComparingTo("3");
    }

    @Test
    void photosStayWithTheirFindingWhenAnotherRowIsTakenOut() {
        pair.complete("schedule", Map.of());
        List<Map<String, Object>> rows = desk.rows(pair.task("inspect"), "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        desk.bringPhotosOfFindings(pair.task("inspect"), 1, 3);
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("criteria", rows);
        sheet.put("accuracyReason", InspectedPair.INDOORS);
        sheet.put(
                "findings",
                List.of(numbered(3, found("WORKPLACE_UNTIDY", "MINOR")), numbered(1, found("BOARD_FADED", "MINOR"))));
        assertThatThrownBy(() -> pair.complete("inspect", sheet))
                .hasMessageContaining("phiếu không có tồn tại tương ứng: TT-2.");
        sheet.put("findings", List.of(numbered(1, found("CONDUCT", "MINOR")), numbered(1, found("CONDUCT", "MINOR"))));
        assertThatThrownBy(() -> pair.complete("inspect", sheet)).hasMessageContaining("TT-1", "đã được dùng");

        jdbc.sql("delete from evidence where cycle = ? and topic = 'TT-2'")
                .param(pair.cycle())
                .update();
        sheet.put(
                "findings",
                List.of(numbered(3, found("WORKPLACE_UNTIDY", "MINOR")), numbered(1, found("BOARD_FADED", "MINOR"))));
        pair.complete("inspect", sheet);
        assertThat(desk.rows(pair.task("writeMinutes"), "findings"))
                .extracting(row -> row.get("code") + " " + row.get("type") + " " + row.get("pieces"))
                .containsExactly("TT-3 Nơi làm việc chưa gọn gàng 1", "TT-1 Bảng niêm yết bạc màu 1");
        pair.complete("writeMinutes", Map.of());
        assertThat(findings.of(pair.cycle(), UNIT))
                .extracting(one -> one.code() + " " + one.type())
                .containsExactly("TT-1 BOARD_FADED", "TT-3 WORKPLACE_UNTIDY");
    }

    private static Map<String, Object> numbered(int number, Map<String, Object> found) {
        Map<String, Object> row = new LinkedHashMap<>(found);
        row.put("number", number);
        return row;
    }

    private static Map<String, Object> found(String type, String severity) {
        return Map.of(
                "type",
                type,
                "severity",
                severity,
                "place",
                "Bộ phận một cửa",
                "description",
                "Đã thấy khi kiểm tra tại đơn vị");
    }
}
