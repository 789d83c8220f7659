package nepsong.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nepsong.MockBrowser;
import nepsong.ProcessTest;
import nepsong.commendation.Achievement;
import nepsong.commendation.AwardForm;
import nepsong.commendation.Ballots;
import nepsong.commendation.CountVotes;
import nepsong.commendation.Nomination;
import nepsong.commendation.Nominations;
import nepsong.commendation.Subject;
import nepsong.commendation.SubjectType;
import nepsong.commendation.VoteChoice;
import nepsong.commendation.VoteWay;
import nepsong.engine.DemonstrationPeople;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** The minutes of a secret vote, to be signed: totals, and nothing by which anybody would know who voted how. */
@ProcessTest
class CouncilMinutesTest {

    private static final String OBJECTION = "Thành tích đề nghị chưa rõ bằng người khác.";
    private static final String CONFLICT = "Là người thân của người được đề nghị.";
    private static final List<String> COUNCIL = List.of("council1", "council2", "council3", "council4", "council5");

    private final Nominations nominations;
    private final Ballots ballots;
    private final CountVotes counting;
    private final DemonstrationPeople people;
    private final Clock clock;
    private final MockMvc browser;

    @Autowired
    CouncilMinutesTest(
            Nominations nominations,
            Ballots ballots,
            CountVotes counting,
            DemonstrationPeople people,
            Clock clock,
            WebApplicationContext context) {
        this.nominations = nominations;
        this.ballots = ballots;
        this.counting = counting;
        this.people = people;
        this.clock = clock;
        this.browser = MockBrowser.of(context);
    }

    @BeforeEach
    void peopleAreThere() {
        people.seed(Map.of("q-ba-dinh", "Quận Ba Đình"));
    }

    @Test
    void onceTheVotesAreCountedTheyStateTotalsAndNeverWhoVotedHow() throws Exception {
        String nomination = nominated();
        ballots.ask(nomination, COUNCIL);
        for (String member : COUNCIL.subList(0, 3)) {
            ballots.handIn(nomination, member, VoteWay.MEETING, null);
            ballots.drop(nomination, VoteChoice.IN_FAVOUR, null);
        }
        ballots.handIn(nomination, "council4", VoteWay.WRITING, null);
        ballots.drop(nomination, VoteChoice.AGAINST, OBJECTION);
        assertThat(minutes("office", nomination).getStatus())
                .as("while the vote is open")
                .isEqualTo(404);
        assertThat(counting.count(nomination)).isFalse();

        MockHttpServletResponse answer = minutes("office", nomination);
        assertThat(answer.getHeader("Content-Disposition"))
                .contains("attachment", "bien-ban-hop-hoi-dong-" + nomination + ".docx");
        try (XWPFDocument word = word(answer)) {
            assertThat(word.getTables().get(0).getText())
                    .contains("HỘI ĐỒNG THI ĐUA – KHEN THƯỞNG", "Số:         /BB-HĐTĐKT");
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains(
                            "BIÊN BẢN",
                            "3. Hội đồng có 5 thành viên: có mặt 3, gửi ý kiến bằng văn bản 1, không gửi phiếu 1.",
                            "- Tập thể: Tổ dân phố số 5, Phường Ngọc Hà;",
                            "- Đơn vị: Quận Ba Đình;",
                            "Không đạt tỷ lệ đồng ý 70% trên tổng số thành viên hội đồng. Hội đồng không tán thành"
                                    + " đề nghị Thành phố tặng Giấy khen cho Tổ dân phố số 5.");
            assertThat(word.getTables().get(1).getRows())
                    .extracting(row ->
                            row.getCell(1).getText() + ": " + row.getCell(2).getText())
                    .containsExactly(
                            "Nội dung: Kết quả",
                            "Tổng số thành viên Hội đồng: 5",
                            "Số phiếu đồng ý: 3",
                            "Số phiếu không đồng ý: 1",
                            "Không tham gia bỏ phiếu vì xung đột lợi ích: 0",
                            "Không gửi phiếu: 1",
                            "Tỷ lệ đồng ý trên tổng số thành viên: 60%",
                            "Tỷ lệ cần đạt: 70%");
            assertThat(word.getTables().get(2).getText()).contains("THƯ KÝ", "CHỦ TRÌ");
        }
    }

    @Test
    void theyNameNeitherMembersNorReasonsAndAreForThoseWhoHaveAPartInAwards() throws Exception {
        String nomination = nominated();
        ballots.ask(nomination, COUNCIL);
        ballots.handIn(nomination, "council1", VoteWay.MEETING, CONFLICT);
        ballots.handIn(nomination, "council2", VoteWay.MEETING, null);
        ballots.drop(nomination, VoteChoice.AGAINST, OBJECTION);
        for (String member : COUNCIL.subList(2, 5)) {
            ballots.handIn(nomination, member, VoteWay.MEETING, null);
            ballots.drop(nomination, VoteChoice.IN_FAVOUR, null);
        }
        counting.count(nomination);
        for (String reader : List.of("office", "awardOffice", "council1", "cityLeader")) {
            assertThat(minutes(reader, nomination).getStatus()).as(reader).isEqualTo(200);
        }
        for (String other : List.of("qbadinhHead", "qbadinhCoordinator", "member1", "manager", "secretary", "nobody")) {
            assertThat(minutes(other, nomination).getStatus()).as(other).isEqualTo(404);
        }
        try (XWPFDocument word = word(minutes("cityLeader", nomination))) {
            String all =
                    word.getParagraphs().stream().map(XWPFParagraph::getText).reduce("", String::concat)
                            + word.getTables().get(1).getText();
            assertThat(all)
                    .contains("Không tham gia bỏ phiếu vì xung đột lợi ích\t1")
                    .doesNotContain(OBJECTION, CONFLICT, "Ủy viên", "council");
        }
        assertThat(minutes("office", "khong-co").getStatus()).isEqualTo(404);
    }

    private String nominated() {
        LocalDate today = LocalDate.now(clock);
        Nomination nomination = Nomination.fresh(
                null,
                "q-ba-dinh",
                new Subject(SubjectType.COLLECTIVE, "Tổ dân phố số 5", null, null, "Phường Ngọc Hà"),
                AwardForm.COMMENDATION_LETTER,
                new Achievement("Giữ gìn ngõ xóm sạch đẹp. ".repeat(10), today.minusDays(40), today, null, null),
                today,
                "qbadinhCoordinator",
                clock.instant());
        nominations.add(nomination);
        return nomination.id();
    }

    private MockHttpServletResponse minutes(String person, String nomination) throws Exception {
        return browser.perform(get("/papers/votes/" + nomination).with(user(person)))
                .andReturn()
                .getResponse();
    }

    private static XWPFDocument word(MockHttpServletResponse answer) throws Exception {
        return new XWPFDocument(new ByteArrayInputStream(answer.getContentAsByteArray()));
    }
}
