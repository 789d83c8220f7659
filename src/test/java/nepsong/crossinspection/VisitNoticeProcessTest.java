package nepsong.crossinspection;

import static nepsong.crossinspection.InspectedPair.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import nepsong.MockBrowser;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.cycle.Cycles;
import nepsong.directive.Directive;
import nepsong.directive.Directives;
import nepsong.directive.Plan;
import nepsong.directive.Plans;
import nepsong.notification.MailPaper;
import nepsong.notification.MailPapers;
import nepsong.organisation.WorkingCalendar;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** The notice of a visit: what it says, and who may have it. */
@ProcessTest
class VisitNoticeProcessTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");
    private static final List<String> OF_THE_UNIT = List.of("qbadinhHead", "qbadinhCoordinator", "qbadinhInspector");

    @RegisterExtension
    final InspectedPair pair;

    private final Inspections inspections;
    private final RescheduleVisit rescheduling;
    private final Plans plans;
    private final Directives directives;
    private final MailPapers papers;
    private final WorkingCalendar calendar;
    private final MovableClock clock;
    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final MockMvc browser;

    @Autowired
    VisitNoticeProcessTest(
            AutowireCapableBeanFactory beans,
            Inspections inspections,
            RescheduleVisit rescheduling,
            Plans plans,
            Directives directives,
            MailPapers papers,
            WorkingCalendar calendar,
            MovableClock clock,
            JdbcClient jdbc,
            Cycles cycles,
            WebApplicationContext context) {
        this.cycles = cycles;
        this.pair = beans.createBean(InspectedPair.class);
        this.inspections = inspections;
        this.rescheduling = rescheduling;
        this.plans = plans;
        this.directives = directives;
        this.papers = papers;
        this.calendar = calendar;
        this.clock = clock;
        this.jdbc = jdbc;
        this.browser = MockBrowser.of(context);
    }

    @Test
    void theNoticeSaysWhatWasPlannedAndBearsNoNumberThatNobodyGave() throws Exception {
        plans.save(new Plan(
                pair.cycle(),
                "Kiểm tra hai Quy tắc ứng xử",
                "Kiểm tra việc thực hiện hai Quy tắc ứng xử",
                List.of(),
                "Đánh giá đúng thực chất.",
                "Khách quan, công khai.",
                List.of(UNIT),
                1,
                List.of(),
                List.of(),
                1,
                Instant.parse("2023-03-20T03:00:00Z"),
                "office"));
        directives.add(new Directive(pair.cycle(), 8, "KH-UBND", LocalDate.of(2023, 3, 23), "office"));
        assertThat(notice("secretary").getStatus()).as("nothing is planned yet").isEqualTo(404);
        pair.complete(
                "schedule",
                Map.of("observer", "member1", "documents", "Sổ theo dõi, hồ sơ <mẫu>", "scope", List.of("CS-A")));
        Inspection planned = inspections.get(pair.cycle(), UNIT);
        assertThat(notice("qbadinhHead").getHeader("Content-Disposition"))
                .contains("thong-bao-lich-kiem-tra-" + pair.cycle() + "-" + UNIT + ".docx");
        try (XWPFDocument word = word(notice("qbadinhHead"))) {
            assertThat(word.getTables().get(0).getText())
                    .contains("SỞ VĂN HÓA VÀ THỂ THAO", "Số:         /TB-SVHTT", "ngày      tháng      năm");
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains(
                            "THÔNG BÁO",
                            "Lịch kiểm tra việc thực hiện hai Quy tắc ứng xử tại Quận Ba Đình",
                            "Sở Văn hóa và Thể thao thông báo lịch Quận Tây Hồ kiểm tra tại Quận Ba Đình như sau:",
                            "1. Thời gian: " + TIME.format(planned.plannedAt()) + ".",
                            "2. Địa điểm: Trụ sở Quận Ba Đình.",
                            "5. Tài liệu cần chuẩn bị: Sổ theo dõi, hồ sơ <mẫu>")
                    .anyMatch(text -> text.startsWith("Căn cứ Kế hoạch số 08/KH-UBND ngày 23 tháng 3 năm 2023"))
                    .anyMatch(text -> text.contains(pair.nameOf("qtayhoInspector")))
                    .anyMatch(text -> text.contains(pair.nameOf("member1")) && text.contains("giám sát của Đoàn"))
                    .anyMatch(text -> text.matches("- .+ – A\\. .+\\."))
                    .noneMatch(text -> text.matches("- .+ – B\\. .+"))
                    .noneMatch(text -> text.contains("thay lịch"));
            assertThat(word.getTables().get(1).getText())
                    .contains("- Quận Ba Đình;", "- Quận Tây Hồ;", "- Lưu: VT.", "KT. GIÁM ĐỐC");
        }
    }

    @Test
    void whoeverTheVisitConcernsHasItsNoticeAndNobodyElse() throws Exception {
        pair.complete("schedule", Map.of("observer", "member1"));
        OF_THE_UNIT.forEach(this::mayHaveIt);
        List.of("qtayhoInspector", "member1", "secretary", "office", "headOfTeam", "manager", "director")
                .forEach(this::mayHaveIt);
        for (String other :
                List.of("qhoankiemHead", "qhoankiemInspector", "qtayhoHead", "council1", "nobody", "admin")) {
            assertThat(notice(other).getStatus()).as(other).isEqualTo(404);
            assertThat(papers.of(MailPaper.ofVisit(pair.cycle(), UNIT, 0), other))
                    .as(other)
                    .isEmpty();
        }
        assertThat(page("qbadinhHead")).contains("/papers/notices/" + pair.cycle() + "/" + UNIT);
    }

    @Test
    void anUnannouncedVisitStaysASecretFromTheUnitUntilItBegins() throws Exception {
        LocalDateTime at = calendar.plus(pair.today(), 1).atTime(9, 0);
        pair.complete(
                "schedule",
                Map.of(
                        "announcement",
                        "unannounced",
                        "plannedAt",
                        at.toString(),
                        "documents",
                        "",
                        "place",
                        "Sân sau."));
        List.of("qtayhoInspector", "secretary", "director").forEach(this::mayHaveIt);
        try (XWPFDocument word = word(notice("qtayhoInspector"))) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains(
                            "Kiểm tra đột xuất: không báo trước cho đơn vị được kiểm tra.",
                            "2. Địa điểm: Sân sau.",
                            "5. Tài liệu cần chuẩn bị: Không có.");
            assertThat(word.getTables().get(1).getText())
                    .contains("- Quận Tây Hồ;")
                    .doesNotContain("- Quận Ba Đình;");
        }
        for (String person : OF_THE_UNIT) {
            assertThat(notice(person).getStatus()).as(person).isEqualTo(404);
            assertThat(papers.of(MailPaper.ofVisit(pair.cycle(), UNIT, 0), person))
                    .as(person)
                    .isEmpty();
            assertThat(page(person)).doesNotContain("/papers/notices/");
        }
        clock.forward(
                Duration.between(Instant.now((Clock) clock), at.plusHours(4).atZone(WorkingCalendar.ZONE)));
        pair.inspect(row -> row.put("score", row.get("max")), List.of());
        OF_THE_UNIT.forEach(this::mayHaveIt);
    }

    @Test
    void aMailHasTheNoticeOfWhatItTellsAndNoOther() throws Exception {
        pair.complete("schedule", Map.of());
        Inspection planned = inspections.get(pair.cycle(), UNIT);
        assertThat(queued("cross-inspection.scheduled"))
                .isNotEmpty()
                .allMatch(facts -> facts.contains("VISIT_NOTICE") && facts.contains("\"version\":\"0\""));
        MailPapers.File first = papers.of(MailPaper.ofVisit(pair.cycle(), UNIT, 0), "qbadinhHead")
                .orElseThrow();
        assertThat(first.name()).isEqualTo("thong-bao-lich-kiem-tra-" + pair.cycle() + "-" + UNIT + ".docx");
        assertThat(text(first)).contains("1. Thời gian: " + TIME.format(planned.plannedAt()) + ".");

        LocalDateTime moved =
                calendar.plus(planned.plannedAt().toLocalDate(), 2).atTime(14, 0);
        assertThat(rescheduling.reschedule(
                        pair.cycle(),
                        UNIT,
                        new VisitMove(
                                moved, "Nhà B", inspections.visitors(pair.cycle(), UNIT), "Trụ sở chính đang sửa chữa"),
                        "secretary"))
                .isEmpty();
        assertThat(queued("cross-inspection.rescheduled"))
                .isNotEmpty()
                .allMatch(facts -> facts.contains("VISIT_NOTICE") && facts.contains("\"version\":\"1\""));
        assertThat(papers.of(MailPaper.ofVisit(pair.cycle(), UNIT, 0), "qbadinhHead"))
                .as("a mail that tells of the old hour")
                .isEmpty();
        assertThat(text(papers.of(MailPaper.ofVisit(pair.cycle(), UNIT, 1), "qbadinhHead")
                        .orElseThrow()))
                .contains(
                        "1. Thời gian: " + TIME.format(moved) + ".",
                        "2. Địa điểm: Nhà B.",
                        "Lịch này thay lịch đã thông báo trước đây (%s, tại %s)."
                                .formatted(TIME.format(planned.plannedAt()), planned.place()));
    }

    @Test
    void aNoticeOfOtherPeopleDoesNotSayThatTheHourHasChanged() throws Exception {
        pair.complete("schedule", Map.of("documents", ""));
        Inspection planned = inspections.get(pair.cycle(), UNIT);
        assertThat(text(papers.of(MailPaper.ofVisit(pair.cycle(), UNIT, 0), "qbadinhHead")
                        .orElseThrow()))
                .as("nothing is to be prepared")
                .contains("5. Tài liệu cần chuẩn bị: Không có.");
        assertThat(rescheduling.reschedule(
                        pair.cycle(),
                        UNIT,
                        new VisitMove(
                                planned.plannedAt(),
                                planned.place(),
                                new Visitors(
                                        inspections.visitors(pair.cycle(), UNIT).participants(), "member1"),
                                "Đoàn cử thêm người giám sát"),
                        "secretary"))
                .isEmpty();
        assertThat(text(papers.of(MailPaper.ofVisit(pair.cycle(), UNIT, 1), "qbadinhHead")
                        .orElseThrow()))
                .anyMatch(line -> line.contains("thành phần kiểm tra thay đổi, thời gian và địa điểm giữ nguyên"))
                .noneMatch(line -> line.startsWith("Lịch này thay lịch"));

        cycles.withdraw(pair.cycle(), "director", "Dừng kỳ kiểm tra để sáp nhập đơn vị");
        assertThat(papers.of(MailPaper.ofVisit(pair.cycle(), UNIT, 1), "qbadinhHead"))
                .as("nobody comes any more")
                .isEmpty();
    }

    private void mayHaveIt(String person) {
        try {
            assertThat(notice(person).getStatus()).as(person).isEqualTo(200);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<String> queued(String template) {
        return jdbc.sql("select facts from outbox where mail_key like ?")
                .param(template + "/" + pair.cycle() + "/%")
                .query(String.class)
                .list();
    }

    private MockHttpServletResponse notice(String person) throws Exception {
        return browser.perform(
                        get("/papers/notices/" + pair.cycle() + "/" + UNIT).with(user(person)))
                .andReturn()
                .getResponse();
    }

    private String page(String person) throws Exception {
        return browser.perform(
                        get("/units/" + UNIT).param("cycle", pair.cycle()).with(user(person)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<String> text(MailPapers.File file) throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file.content()))) {
            return word.getParagraphs().stream().map(XWPFParagraph::getText).toList();
        }
    }

    private static XWPFDocument word(MockHttpServletResponse answer) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(answer.getContentAsByteArray()));
    }
}
