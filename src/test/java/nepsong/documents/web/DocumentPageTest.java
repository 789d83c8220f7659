package nepsong.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nepsong.MockBrowser;
import nepsong.ProcessTest;
import nepsong.Trial;
import nepsong.correction.FindingType;
import nepsong.crossinspection.Pair;
import nepsong.crossinspection.Pairing;
import nepsong.crossinspection.Pairings;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.directive.Directive;
import nepsong.directive.Directives;
import nepsong.directive.LegalBasis;
import nepsong.directive.Milestone;
import nepsong.directive.Plan;
import nepsong.directive.Plans;
import nepsong.engine.DemonstrationPeople;
import nepsong.selfassessment.Evidence;
import nepsong.selfassessment.LayOutScorecard;
import nepsong.selfassessment.OwnFinding;
import nepsong.selfassessment.Reflection;
import nepsong.selfassessment.Reflections;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfScore;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Documents to take away before they are signed. */
@ProcessTest
class DocumentPageTest {

    private static final String CYCLE = "van-ban-1";
    private static final String UNPLANNED = "van-ban-2";
    private static final String ISSUED = "van-ban-3";
    private static final String REPORTED = "van-ban-4";

    private final Cycles cycles;
    private final Plans plans;
    private final Directives directives;
    private final LayOutScorecard layOut;
    private final Scorecards scorecards;
    private final Reflections reflections;
    private final Pairings pairings;
    private final DemonstrationPeople people;
    private final Clock clock;
    private final MockMvc browser;

    @Autowired
    DocumentPageTest(
            Cycles cycles,
            Plans plans,
            Directives directives,
            LayOutScorecard layOut,
            Scorecards scorecards,
            Reflections reflections,
            Pairings pairings,
            DemonstrationPeople people,
            Clock clock,
            WebApplicationContext context) {
        this.cycles = cycles;
        this.plans = plans;
        this.directives = directives;
        this.layOut = layOut;
        this.scorecards = scorecards;
        this.reflections = reflections;
        this.pairings = pairings;
        this.people = people;
        this.clock = clock;
        this.browser = MockBrowser.of(context);
    }

    @BeforeEach
    void aPlanIsDrafted() {
        people.seed(Map.of("q-ba-dinh", "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ"));
        if (cycles.all().stream().noneMatch(one -> one.code().equals(CYCLE))) {
            cycles.add(Trial.cycle(CYCLE, clock.instant()));
            cycles.add(Trial.cycle(UNPLANNED, clock.instant()));
            cycles.add(Trial.cycle(ISSUED, clock.instant()));
            cycles.add(Trial.cycle(REPORTED, clock.instant()));
            cycles.configure(Trial.configuration(REPORTED, "q-ba-dinh", "q-tay-ho", "q-hoan-kiem"));
        }
        plans.save(plan(CYCLE));
        plans.save(plan(ISSUED));
    }

    private static Plan plan(String cycle) {
        return new Plan(
                cycle,
                "Kiểm tra hai Quy tắc ứng xử",
                "Kế hoạch kiểm tra việc thực hiện hai Quy tắc ứng xử <năm 2023>",
                List.of(
                        new LegalBasis(
                                "Quyết định", "522/QĐ-UBND", LocalDate.of(2017, 1, 25), "Quy tắc ứng xử công sở."),
                        new LegalBasis("Chỉ thị", "11/CT-TU", LocalDate.of(2017, 10, 3), "Kỷ cương & trách nhiệm.")),
                "Đánh giá đúng thực chất.\nBiểu dương cách làm hay.\u0001",
                "Khách quan, công khai.",
                List.of("q-ba-dinh", "q-tay-ho"),
                1,
                List.of("CD-CH", "CD-DT"),
                List.of(new Milestone("Tự đánh giá", LocalDate.of(2023, 6, 1), LocalDate.of(2023, 7, 3))),
                1,
                Instant.parse("2023-03-20T03:00:00Z"),
                "office");
    }

    @Test
    void aDraftIsTakenAwayInTheOfficialLayoutAndBearsNoNumberThatNobodyGave() throws Exception {
        MockHttpServletResponse answer = asked("office", CYCLE);
        assertThat(answer.getHeader("Content-Disposition")).contains("attachment", "ke-hoach-" + CYCLE + ".docx");
        try (XWPFDocument word = word(answer)) {
            assertThat(word.getTables().get(0).getText())
                    .contains(
                            "ỦY BAN NHÂN DÂN",
                            "THÀNH PHỐ HÀ NỘI",
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "Số:         /KH-UBND")
                    .contains("Hà Nội, ngày      tháng      năm 2023");
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains(
                            "KẾ HOẠCH",
                            "Kiểm tra việc thực hiện hai Quy tắc ứng xử <năm 2023>",
                            "Căn cứ Quyết định số 522/QĐ-UBND ngày 25 tháng 01 năm 2017: Quy tắc ứng xử công sở;",
                            "Căn cứ Chỉ thị số 11/CT-TU ngày 03 tháng 10 năm 2017: Kỷ cương & trách nhiệm.",
                            "Đánh giá đúng thực chất.",
                            "Biểu dương cách làm hay.",
                            "Kế hoạch thực hiện tại 2 đơn vị: Quận Ba Đình; Quận Tây Hồ.")
                    .anyMatch(
                            text -> text.startsWith("2. Chuyên đề nơi công cộng: ") && text.contains("(trọng tâm); "));
            assertThat(word.getTables().get(1).getRows())
                    .extracting(XWPFTableRow::getTableCells)
                    .extracting(
                            cells -> cells.stream().map(cell -> cell.getText()).toList())
                    .containsExactly(
                            List.of("TT", "Bước", "Từ ngày", "Đến ngày"),
                            List.of("1", "Tự đánh giá", "01/06/2023", "03/07/2023"));
            assertThat(word.getTables().get(2).getText()).contains("TM. ỦY BAN NHÂN DÂN", "- Lưu: VT.");
            assertThat(word.getStyles().getDefaultRunStyle().getFontSizeAsDouble())
                    .isEqualTo(14);
        }
    }

    @Test
    void whatWasEnteredAfterSigningStandsInIt() throws Exception {
        directives.add(new Directive(ISSUED, 8, "KH-UBND", LocalDate.of(2023, 3, 23), "office"));
        try (XWPFDocument word = word(asked("director", ISSUED))) {
            assertThat(word.getTables().get(0).getText())
                    .contains("Số: 08/KH-UBND", "Hà Nội, ngày 23 tháng 3 năm 2023");
        }
    }

    @Test
    void onlyThoseWhoDraftReadAndSignItTakeItAway() throws Exception {
        assertThat(asked("member1", CYCLE).getStatus()).isEqualTo(200);
        for (String other : List.of("qbadinhCoordinator", "headOfTeam", "secretary", "manager", "council1")) {
            assertThat(asked(other, CYCLE).getStatus()).as(other).isEqualTo(404);
        }
        assertThat(asked("office", UNPLANNED).getStatus()).isEqualTo(404);
    }

    @Test
    void aUnitTakesItsReportAwayOnceItHasScoredItselfAndNobodyElseDoes() throws Exception {
        String page = "/papers/reports/" + REPORTED + "/q-ba-dinh";
        assertThat(opened("qbadinhHead", page).getStatus())
                .as("nothing is scored yet")
                .isEqualTo(404);
        layOut.layOut(REPORTED, "q-ba-dinh");
        scorecards.writeSelf(
                REPORTED,
                "q-ba-dinh",
                List.of(
                        new SelfScore(
                                "CS-A1",
                                false,
                                null,
                                new BigDecimal("3.5"),
                                "Đã ban hành",
                                new Evidence("20/BC-VP", null, "trang 2")),
                        new SelfScore("CS-B6", true, "Đơn vị không có bộ phận này", null, null, Evidence.NONE)));
        reflections.write(
                REPORTED,
                "q-ba-dinh",
                new Reflection(
                        List.of(new OwnFinding(
                                FindingType.BOARD_MISSING, "Hành lang", "Đặt bảng mới.", LocalDate.of(2099, 10, 30))),
                        List.of()),
                false);
        try (XWPFDocument word = word(opened("qbadinhCoordinator", page))) {
            assertThat(word.getTables().get(0).getText()).contains("QUẬN BA ĐÌNH", "/BC-");
            assertThat(word.getTables().get(1).getRow(0).isRepeatHeader()).isTrue();
            assertThat(word.getTables().get(1).getText())
                    .contains(
                            "CS-A1",
                            "3,5",
                            "Đã ban hành",
                            "Minh chứng: số 20/BC-VP, trang 2",
                            "Không áp dụng",
                            "Đơn vị không có bộ phận này");
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains(
                            "- Thiếu bảng niêm yết: Hành lang. Hướng khắc phục: Đặt bảng mới. Hạn: 30/10/2099.",
                            "III. ĐỀ XUẤT KHEN THƯỞNG",
                            "Không có.")
                    .anyMatch(text -> text.startsWith("Tổng điểm tự chấm: "));
        }
        for (String other : List.of("qtayhoHead", "secretary", "office", "manager")) {
            assertThat(opened(other, page).getStatus()).as(other).isEqualTo(404);
        }
    }

    @Test
    void theApprovedPairsAreAnAnnexForThoseWhoSeeThemAll() throws Exception {
        String page = "/papers/pairs/" + REPORTED;
        assertThat(opened("secretary", page).getStatus())
                .as("nothing is approved yet")
                .isEqualTo(404);
        Pairing drawn = new Pairing(
                REPORTED,
                "khoi-1",
                1,
                7,
                0,
                List.of(),
                List.of(),
                false,
                false,
                List.of(
                        new Pair("q-tay-ho", "q-ba-dinh"),
                        new Pair("q-hoan-kiem", "q-tay-ho"),
                        new Pair("q-ba-dinh", "q-hoan-kiem")),
                null);
        pairings.add(drawn);
        assertThat(opened("secretary", page).getStatus())
                .as("drawn is not approved")
                .isEqualTo(404);
        pairings.approve(drawn, drawn.pairs(), Map.of(), "headOfTeam", "");
        for (String reader : List.of("headOfTeam", "office", "director", "manager")) {
            assertThat(opened(reader, page).getStatus()).as(reader).isEqualTo(200);
        }
        for (String other : List.of("qbadinhHead", "qtayhoInspector", "member1", "council1")) {
            assertThat(opened(other, page).getStatus()).as(other).isEqualTo(404);
        }
        try (XWPFDocument word = word(opened("secretary", page))) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains("PHỤ LỤC")
                    .anyMatch(text -> text.startsWith("(Kèm theo Thông báo số         /TB-SVHTT ngày      tháng"));
            assertThat(word.getTables().get(0).getRows())
                    .extracting(row -> row.getTableCells().stream()
                            .map(cell -> cell.getText())
                            .limit(4)
                            .toList())
                    .hasSize(4)
                    .startsWith(List.of("TT", "Khối", "Đơn vị kiểm tra", "Đơn vị được kiểm tra"))
                    .contains(List.of("1", "Khối 1", "Quận Tây Hồ", "Quận Ba Đình"));
            assertThat(word.getTables().get(1).getText()).contains("TRƯỞNG ĐOÀN KIỂM TRA", "- Lưu: VT.");
        }
    }

    @Test
    void theAnnexHasTheBlocsInTheirOrderAndNotInThatOfTheirLetters() throws Exception {
        String cycle = "van-ban-5";
        if (cycles.find(cycle).isEmpty()) {
            cycles.add(Trial.cycle(cycle, clock.instant()));
            cycles.configure(new Cycles.Configuration(
                    cycle,
                    1,
                    null,
                    List.of(
                            new Bloc("khoi-2", "Khối 2", List.of("q-ba-dinh", "q-tay-ho", "q-hoan-kiem")),
                            new Bloc("khoi-10", "Khối 10", List.of("q-dong-da", "q-cau-giay", "q-ha-dong"))),
                    Map.of()));
            approve(cycle, "khoi-2", "q-ba-dinh", "q-tay-ho", "q-hoan-kiem");
            approve(cycle, "khoi-10", "q-dong-da", "q-cau-giay", "q-ha-dong");
        }
        try (XWPFDocument word = word(opened("secretary", "/papers/pairs/" + cycle))) {
            assertThat(word.getTables().get(0).getRows())
                    .extracting(row -> row.getCell(1).getText())
                    .containsExactly("Khối", "Khối 2", "Khối 2", "Khối 2", "Khối 10", "Khối 10", "Khối 10");
        }
    }

    private void approve(String cycle, String bloc, String one, String two, String three) {
        Pairing drawn = new Pairing(
                cycle,
                bloc,
                1,
                7,
                0,
                List.of(),
                List.of(),
                false,
                false,
                List.of(new Pair(two, one), new Pair(three, two), new Pair(one, three)),
                null);
        pairings.add(drawn);
        pairings.approve(drawn, drawn.pairs(), Map.of(), "headOfTeam", "");
    }

    private MockHttpServletResponse asked(String person, String cycle) throws Exception {
        return opened(person, "/papers/plans/" + cycle);
    }

    private static XWPFDocument word(MockHttpServletResponse answer) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(answer.getContentAsByteArray()));
    }

    private MockHttpServletResponse opened(String person, String page) throws Exception {
        return browser.perform(get(page).with(user(person))).andReturn().getResponse();
    }
}
