package nepsong.crossinspection;

import static nepsong.crossinspection.InspectedPair.INSPECTING;
import static nepsong.crossinspection.InspectedPair.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.Desk;
import nepsong.MockBrowser;
import nepsong.ProcessTest;
import nepsong.selfassessment.LayOutScorecard;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** What the minutes of a visit say, and who signs them. */
@ProcessTest
class MinutesProcessTest {

    /** Judged by both sets: only there can more than 20 points be left out. */
    private static final String WARD = "p-hoan-kiem";

    @RegisterExtension
    final InspectedPair pair;

    private final Desk desk;
    private final Inspections inspections;
    private final LayOutScorecard layOut;
    private final TaskService tasks;
    private final MockMvc browser;

    @Autowired
    MinutesProcessTest(
            AutowireCapableBeanFactory beans,
            Desk desk,
            Inspections inspections,
            LayOutScorecard layOut,
            TaskService tasks,
            WebApplicationContext context) {
        this.pair = beans.createBean(InspectedPair.class);
        this.desk = desk;
        this.inspections = inspections;
        this.layOut = layOut;
        this.tasks = tasks;
        this.browser = MockBrowser.of(context);
    }

    @Test
    void roomsAndPositionOfTheVisitStandInItsMinutes() {
        pair.complete("schedule", Map.of());
        Map<String, Object> sheet = new LinkedHashMap<>();
        List<Map<String, Object>> rows = desk.rows(pair.task("inspect"), "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        sheet.put("criteria", rows);
        assertThat(desk.rows(pair.task("inspect"), "rooms"))
                .as("where it was planned")
                .containsExactly(Map.of("name", "Trụ sở Quận Ba Đình"));
        String why = "“Lý do không ghi vị trí hoặc sai số trên 100 m” phải được nhập";
        assertThatThrownBy(() -> pair.complete("inspect", sheet)).hasMessageContaining(why);
        sheet.put("accuracyReason", InspectedPair.INDOORS);
        sheet.put("rooms", List.of());
        assertThatThrownBy(() -> pair.complete("inspect", sheet))
                .hasMessageContaining("“Phòng, bộ phận được kiểm tra” cần ít nhất một dòng");
        sheet.remove("accuracyReason");
        sheet.put(
                "rooms", List.of(Map.of("name", "Bộ phận một cửa", "remark", "Gọn gàng"), Map.of("name", "Phòng họp")));
        sheet.put("position", "Hồ Gươm");
        assertThatThrownBy(() -> pair.complete("inspect", sheet))
                .hasMessageContaining("“Vị trí khi bắt đầu (GPS)” không đúng mẫu");
        sheet.put("position", "21.02851, 105.85420");
        assertThatThrownBy(() -> pair.complete("inspect", sheet)).hasMessageContaining(why);
        sheet.put("accuracy", 250);
        assertThatThrownBy(() -> pair.complete("inspect", sheet)).hasMessageContaining(why);
        sheet.put("accuracyReason", "Đứng trong nhà");
        pair.complete("inspect", sheet);
        assertThat(desk.form(pair.task("writeMinutes")).get("content").toString())
                .endsWith(
                        """
                        Phòng, bộ phận được kiểm tra:
                        - Bộ phận một cửa: Gọn gàng
                        - Phòng họp
                        Vị trí khi bắt đầu (GPS): 21.02851, 105.85420, sai số 250 m (Đứng trong nhà).""");
    }

    @Test
    void bothSidesSignTheMinutesAfterTheVisitAndNotInTheFuture() {
        pair.complete("schedule", Map.of("observer", "member1"));
        pair.inspect(row -> row.put("score", row.get("max")), List.of());
        assertThat(desk.form(pair.task("writeMinutes")).get("teamSide").toString())
                .contains("Đại diện Quận Tây Hồ:")
                .contains("Giám sát của Đoàn kiểm tra:\n- " + pair.nameOf("member1"));
        assertThat(desk.form(pair.task("writeMinutes")).get("content").toString())
                .endsWith(
                        "- Trụ sở Quận Ba Đình\nVị trí khi bắt đầu (GPS): không ghi (" + InspectedPair.INDOORS + ").");
        assertThat(desk.form(pair.task("writeMinutes")).get("unitSigner").toString())
                .contains(pair.nameOf("qbadinhHead"));
        assertThatThrownBy(() -> pair.complete(
                        "writeMinutes",
                        Map.of("unitSignedOn", pair.today().plusDays(1).toString())))
                .hasMessageContaining("Ngày ký của đơn vị");
        assertThatThrownBy(() -> pair.complete(
                        "writeMinutes",
                        Map.of("teamSignedOn", pair.today().minusDays(1).toString())))
                .hasMessageContaining("Ngày ký của bên kiểm tra");
        Task minutes = pair.task("writeMinutes");
        tasks.claim(minutes.getId(), "secretary");
        assertThat(desk.bringPhoto(minutes, "secretary", "BC").orElseThrow().refusals())
                .as("the unit's own report")
                .isNotEmpty();
        assertThat(desk.bringPhoto(minutes, "secretary", "BB").orElseThrow().refusals())
                .isEmpty();
        assertThat(desk.form(minutes)).containsEntry("minutesFiles", 1);
        pair.complete("writeMinutes", Map.of("unitSigner", "Lê Văn Mẫu, Phó Chủ tịch"));
        Minutes signed = inspections.minutes(pair.cycle(), UNIT).orElseThrow();
        assertThat(signed.unitSignature()).isEqualTo(new Minutes.Signature("Lê Văn Mẫu, Phó Chủ tịch", pair.today()));
        assertThat(signed.teamSignature().on()).isEqualTo(pair.today());
        assertThat(signed.naApproved()).isFalse();
    }

    @Test
    void aUnitThatRefusesToSignNeedsAReasonAndTwoWitnesses() throws Exception {
        pair.complete("schedule", Map.of());
        pair.inspect(row -> row.put("score", row.get("max")), List.of());
        assertThatThrownBy(() -> pair.complete("writeMinutes", Map.of("refusedToSign", true)))
                .hasMessageContaining("Lý do từ chối ký")
                .hasMessageContaining("thứ hai");
        Map<String, Object> refused = new LinkedHashMap<>(Map.of(
                "refusedToSign", true,
                "refusalReason", "Đơn vị không thống nhất với cách chấm điểm",
                "firstWitness", "Nguyễn Văn Mẫu, cán bộ",
                "secondWitness", "Nguyễn Văn Mẫu, Cán bộ"));
        assertThatThrownBy(() -> pair.complete("writeMinutes", refused))
                .hasMessageContaining("Hai người làm chứng phải là hai người khác nhau");
        refused.put("secondWitness", "Trần Thị Mẫu, cán bộ");
        assertThat(minutesFor("qbadinhHead").getStatus())
                .as("nothing is written yet")
                .isEqualTo(404);
        pair.complete("writeMinutes", refused);
        assertThat(inspections.minutes(pair.cycle(), UNIT).orElseThrow().refusedToSign())
                .isTrue();
    }

    @Test
    void whatIsWrittenCanBeTakenAwayByThoseItConcerns() throws Exception {
        pair.complete("schedule", Map.of());
        pair.inspect(
                row -> row.put("score", row.get("code").equals("CS-A1") ? 3.5 : row.get("max")),
                List.of(Map.of(
                        "type", "CONDUCT",
                        "severity", "MAJOR",
                        "place", "Bộ phận một cửa",
                        "description", "Trang phục chưa đúng quy định")));
        pair.complete(
                "writeMinutes",
                Map.of(
                        "recommendations", "Tập huấn lại trong quý này",
                        "unitOpinion", "Đơn vị tiếp thu",
                        "unitSigner", "Lê Văn Mẫu, Phó Chủ tịch"));
        assertThat(browser.perform(get("/units/" + UNIT)
                                .param("cycle", pair.cycle())
                                .with(user("qbadinhHead")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .as("the page that the mail leads to")
                .contains("/papers/minutes/" + pair.cycle() + "/" + UNIT);
        for (String reader : List.of("qbadinhHead", "qbadinhCoordinator", "secretary", "member2")) {
            assertThat(minutesFor(reader).getStatus()).as(reader).isEqualTo(200);
        }
        for (String other : List.of("qhoankiemHead", "council1", "admin")) {
            assertThat(minutesFor(other).getStatus()).as(other).isBetween(403, 404);
        }
        try (XWPFDocument word = new XWPFDocument(
                new ByteArrayInputStream(minutesFor("qbadinhHead").getContentAsByteArray()))) {
            assertThat(word.getTables().get(0).getText()).contains("ĐOÀN KIỂM TRA", "/BB-ĐKT", "Hà Nội, ngày ");
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains(
                            "BIÊN BẢN",
                            "- TT-1: Thái độ ứng xử, mức độ Nặng, tại Bộ phận một cửa. Trang phục chưa đúng quy định.",
                            "1. Bên kiểm tra:",
                            "2. Đơn vị được kiểm tra:",
                            "Tập huấn lại trong quý này",
                            "Đơn vị tiếp thu")
                    .anyMatch(text -> text.startsWith("Điểm tự chấm: 100; điểm kiểm tra: 99,5,"));
            assertThat(word.getTables().get(1).getRow(1).getTableCells())
                    .extracting(cell -> cell.getText())
                    .startsWith("CS-A1")
                    .endsWith("4", "4", "3,5", "");
            assertThat(word.getTables().get(2).getText())
                    .contains("Lê Văn Mẫu, Phó Chủ tịch", pair.nameOf("qtayhoInspector"));
        }
    }

    private MockHttpServletResponse minutesFor(String person) throws Exception {
        return browser.perform(
                        get("/papers/minutes/" + pair.cycle() + "/" + UNIT).with(user(person)))
                .andReturn()
                .getResponse();
    }

    @Test
    void inspectorsLeaveOutMoreThanTwentyPointsOnlyWithTheSecretary() {
        layOut.layOut(pair.cycle(), WARD);
        pair.callIn(WARD, "Phường Hoàn Kiếm", INSPECTING, "Quận Tây Hồ");
        desk.complete(desk.task(pair.cycle() + "/" + WARD, "schedule"), Map.of());
        Task inspect = desk.task(pair.cycle() + "/" + WARD, "inspect");
        List<Map<String, Object>> rows = desk.rows(inspect, "criteria");
        rows.forEach(row -> {
            boolean left = List.of("CC-B5", "CC-D2", "CC-D4", "CC-E3").contains(row.get("code"));
            row.put("notApplicable", left);
            row.put("score", left ? null : row.get("max"));
            row.put("naReason", left ? "Địa bàn không có loại địa điểm này" : null);
        });
        desk.complete(inspect, Map.of("criteria", rows, "accuracyReason", InspectedPair.INDOORS));
        Task minutes = desk.task(pair.cycle() + "/" + WARD, "writeMinutes");
        assertThat(desk.form(minutes)).containsEntry("naNeeded", true).containsEntry("leftOutPoints", "21");
        Map<String, Object> signed = Map.of("unitSigner", "Lê Văn Mẫu, Chủ tịch");
        assertThatThrownBy(() -> desk.complete(minutes, signed)).hasMessageContaining("Thư ký chấp thuận");
        Map<String, Object> approved = new LinkedHashMap<>(signed);
        approved.put("naApproved", true);
        desk.complete(minutes, approved);
        assertThat(inspections.minutes(pair.cycle(), WARD).orElseThrow().naApproved())
                .isTrue();
    }
}
