package nepsong.crossinspection;

import static nepsong.crossinspection.InspectedPair.INDOORS;
import static nepsong.crossinspection.InspectedPair.INSPECTING;
import static nepsong.crossinspection.InspectedPair.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.correction.FindingType;
import nepsong.engine.FormRefusedException;
import nepsong.organisation.Groups;
import nepsong.selfassessment.AwardProposal;
import nepsong.selfassessment.Evidence;
import nepsong.selfassessment.Figures;
import nepsong.selfassessment.OwnFinding;
import nepsong.selfassessment.Reflection;
import nepsong.selfassessment.Reflections;
import nepsong.selfassessment.Sample;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfScore;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What inspectors write into the sheet of a visit. */
@ProcessTest
class InspectionSheetProcessTest {

    @RegisterExtension
    final InspectedPair pair;

    private final Desk desk;
    private final Scorecards scorecards;
    private final Reflections reflections;
    private final TaskService tasks;
    private final IdentityService identities;
    private final Inspections inspections;
    private final MovableClock clock;

    @Autowired
    InspectionSheetProcessTest(
            AutowireCapableBeanFactory beans,
            Desk desk,
            Scorecards scorecards,
            Reflections reflections,
            TaskService tasks,
            IdentityService identities,
            Inspections inspections,
            MovableClock clock) {
        this.pair = beans.createBean(InspectedPair.class);
        this.desk = desk;
        this.scorecards = scorecards;
        this.reflections = reflections;
        this.tasks = tasks;
        this.identities = identities;
        this.inspections = inspections;
        this.clock = clock;
    }

    @Test
    void aLargeDifferenceWithoutANoteIsRefusedByRow() {
        pair.complete("schedule", Map.of());
        Task task = pair.task("inspect");
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        rows.get(0).put("score", 0);
        assertThatThrownBy(() -> desk.complete(task, Map.of("criteria", rows, "accuracyReason", INDOORS)))
                .isInstanceOf(FormRefusedException.class)
                .hasMessageContaining("CS-A1")
                .hasMessageContaining("Lý do chênh lệch");
        assertThat(scorecards.of(pair.cycle(), UNIT)).allMatch(row -> row.cross() == null);
    }

    @Test
    void aNoteIsKeptWhereTheDifferenceIsSmall() {
        pair.complete("schedule", Map.of());
        pair.inspect(
                row -> {
                    row.put("score", row.get("max"));
                    row.put("note", "Hồ sơ đầy đủ, đúng quy định");
                },
                List.of());
        assertThat(pair.score("CS-A1").cross().note()).isEqualTo("Hồ sơ đầy đủ, đúng quy định");
    }

    @Test
    void whatWasLookedAtStandsBesideTheUnitsNumbersAndInTheMinutes() {
        scorecards.writeSelf(
                pair.cycle(),
                UNIT,
                List.of(new SelfScore(
                        "CS-C3", false, null, BigDecimal.valueOf(2), null, Evidence.NONE, new Figures(40, 40))));
        pair.complete("schedule", Map.of());
        reflections.write(
                pair.cycle(),
                UNIT,
                new Reflection(
                        List.of(new OwnFinding(
                                FindingType.BOARD_MISSING, "Hành lang", "Đặt bảng mới", LocalDate.of(2099, 10, 30))),
                        List.of(new AwardProposal("Tổ một cửa", "Không có phản ánh"))),
                false);
        Map<String, Object> shown = desk.form(pair.task("inspect"));
        assertThat(shown.get("catalogue").toString()).contains("số liệu: đạt 40 trên 40");
        assertThat(shown.get("ownFindings").toString()).contains("Thiếu bảng niêm yết", "Đặt bảng mới", "30/10/2099");
        assertThat(shown.get("proposals").toString()).contains("Tổ một cửa", "Không có phản ánh");
        Consumer<Map<String, Object>> near = row -> {
            row.put("score", row.get("max"));
            if (row.get("code").equals("CS-C3")) {
                row.putAll(Map.of("samples", 12, "faults", 3));
            }
        };
        assertThatThrownBy(() -> pair.inspect(near.andThen(row -> row.replace("faults", 13)), List.of()))
                .hasMessageContaining("CS-C3: “Số lỗi” không được lớn hơn “Số mẫu đã xem”");
        assertThatThrownBy(() -> pair.inspect(near, List.of()))
                .hasMessageContaining(
                        "CS-C3: Điểm kiểm tra khác điểm tính theo mẫu đã xem (3 lỗi trên 12 mẫu, được 1,5");
        pair.inspect(
                near.andThen(row -> row.computeIfPresent("samples", (key, size) -> {
                    row.put("score", 1.5);
                    return size;
                })),
                List.of());
        assertThat(pair.score("CS-C3").cross().sample()).isEqualTo(new Sample(12, 3));
        assertThat(pair.score("CS-A1").cross().sample()).isEqualTo(Sample.NONE);
        assertThat(desk.form(pair.task("writeMinutes")).get("scores").toString())
                .contains("Đã kiểm tra: 3 lỗi trên 12 mẫu");
    }

    @Test
    void aSheetThatComesDaysLaterProposesTheHoursThatWerePlanned() {
        pair.complete("schedule", Map.of());
        LocalDateTime planned = inspections.get(pair.cycle(), UNIT).plannedAt();
        Map<String, Object> early = desk.form(pair.task("inspect"));
        assertThat(LocalDateTime.parse(early.get("visitStart").toString())).isBefore(planned);
        clock.forward(Duration.ofDays(60));

        Map<String, Object> late = desk.form(pair.task("inspect"));
        assertThat(LocalDateTime.parse(late.get("visitStart").toString())).isEqualTo(planned);
        assertThat(LocalDateTime.parse(late.get("visitEnd").toString())).isEqualTo(planned.plusHours(2));
        assertThat(early).containsEntry("visitPast", false);
        assertThat(late).as("then only the secretary moves it").containsEntry("visitPast", true);
    }

    @Test
    void aVisitOfTheFutureIsRefused() {
        pair.complete("schedule", Map.of());
        Task task = pair.task("inspect");
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        LocalDateTime tomorrow = pair.today().plusDays(1).atTime(9, 0);
        assertThatThrownBy(() -> desk.complete(
                        task,
                        Map.of(
                                "criteria",
                                rows,
                                "accuracyReason",
                                INDOORS,
                                "visitStart",
                                tomorrow.toString(),
                                "visitEnd",
                                tomorrow.toString())))
                .hasMessageContaining("Giờ bắt đầu")
                .hasMessageContaining("Giờ kết thúc phải sau giờ bắt đầu");
        assertThatThrownBy(() -> desk.complete(
                        task, Map.of("criteria", rows, "accuracyReason", INDOORS, "visitEnd", tomorrow.toString())))
                .hasMessageContaining("Giờ kết thúc không được ở sau hôm nay");
        assertThatThrownBy(() -> desk.complete(
                        task, Map.of("criteria", rows, "accuracyReason", INDOORS, "visitStart", "1900-01-01T09:00")))
                .hasMessageContaining("“Bắt đầu kiểm tra” không được trước “Kết thúc kiểm tra” quá 7 ngày");
    }

    @Test
    void nobodyInspectsTheirOwnUnit() {
        pair.complete("schedule", Map.of());
        Task task = pair.task("inspect");
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        identities.createMembership("qbadinhInspector", Groups.inspectorAt(INSPECTING));
        identities.setAuthentication("qbadinhInspector", List.of(Groups.inspectorAt(INSPECTING)));
        try {
            tasks.claim(task.getId(), "qbadinhInspector");
            assertThatThrownBy(() -> desk.complete(task, Map.of("criteria", rows, "accuracyReason", INDOORS)))
                    .hasMessageContaining("thuộc đơn vị được kiểm tra");
        } finally {
            identities.clearAuthentication();
            identities.deleteMembership("qbadinhInspector", Groups.inspectorAt(INSPECTING));
        }
    }
}
