package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nepsong.Desk;
import nepsong.ProcessTest;
import nepsong.evidence.BroughtPapers;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files behind bonus, penalty and a capped grade: for those who judge, and for the unit once it knows its result. */
@ProcessTest
class AppraisalPapersTest {

    private static final String UNIT = "q-ba-dinh";
    private static final String OTHER = "q-tay-ho";
    private static final List<String> JUDGES = List.of("appraiser1", "headOfTeam", "secretary", "manager");
    private static final List<String> OWN = List.of("qbadinhHead", "qbadinhCoordinator");

    /** Of another unit, of the team without a part in the judgement, and without a role. */
    private static final List<String> STRANGERS =
            List.of("qtayhoHead", "qtayhoCoordinator", "office", "director", "member1", "council1", "nobody", "admin");

    private final Desk desk;
    private final ScoredCycle scored;
    private final BroughtPapers papers;
    private final Publications publications;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final Clock clock;
    private String cycle = "";

    @Autowired
    AppraisalPapersTest(
            Desk desk,
            ScoredCycle scored,
            BroughtPapers papers,
            Publications publications,
            RuntimeService runtime,
            JdbcClient jdbc,
            Clock clock) {
        this.desk = desk;
        this.scored = scored;
        this.papers = papers;
        this.publications = publications;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void aBlocIsAppraised() {
        cycle = scored.with(Map.of(UNIT, "1", OTHER, "0.8"));
        runtime.startProcessInstanceByKey("evaluation", cycle, Map.of("cycle", cycle, "cycleName", "Kỳ kiểm tra thử"));
        desk.runJobs();
    }

    @Test
    void whatAUnitWasJudgedByIsReadByThoseWhoJudgeAndByTheUnitOnceItsResultIsPublished() throws Exception {
        Task appraise = desk.task(cycle, "appraise");
        papers.aForgedTaskIsUnknown("appraiser1", UNIT);
        papers.isRefused("appraiser1", appraise, "h-ba-vi", "Không có tiêu chí");
        papers.takesAway("appraiser1", appraise, papers.bring("appraiser1", appraise, UNIT));
        String grounds = papers.bring("appraiser1", appraise, UNIT);
        String other = papers.use("appraiser1", appraise, grounds, OTHER);
        assertThat(jdbc.sql("select unit || ' ' || kind from evidence where cycle = ? order by unit")
                        .param(cycle)
                        .query(String.class)
                        .list())
                .containsExactly(UNIT + " APPRAISAL", OTHER + " APPRAISAL");
        for (String person : JUDGES) {
            papers.seesBeside(person, appraise, grounds);
        }
        for (String person : STRANGERS) {
            papers.findsNothingBeside(person, appraise, UNIT);
        }
        for (String person : OWN) {
            papers.findsNothingBeside(person, appraise, UNIT);
        }
        appraise(appraise);

        Task confirm = desk.task(cycle, "confirmAdjustments");
        assertThat(desk.form(confirm)).containsEntry("files", 1);
        papers.seesBeside("headOfTeam", confirm, grounds);
        papers.doesNotSeeBeside("headOfTeam", confirm, other);
        papers.isRefused("headOfTeam", confirm, UNIT, "chỉ để xem");
        reads(JUDGES, grounds);
        doNotRead(OWN, grounds);
        doNotRead(STRANGERS, grounds);

        publications.add(new Publication(
                cycle,
                45,
                "QĐ-SVHTT",
                LocalDate.now(clock),
                List.of(Publication.RANKING),
                "director",
                Instant.now(clock),
                null));
        reads(OWN, grounds);
        reads(JUDGES, grounds);
        doNotRead(OWN, other);
        doNotRead(STRANGERS, grounds);
        for (String person : List.of("office", "member1")) {
            assertThat(papers.page(person, file())).as(person).doesNotContain(grounds);
        }
    }

    /** With a proposal for the head of team. */
    private void appraise(Task task) {
        List<Map<String, Object>> rows = desk.rows(task, "units");
        for (Map<String, Object> row : rows) {
            if (row.get("unit").equals(UNIT)) {
                row.put("adjustedGrade", "GOOD");
                row.put("adjustmentReason", "Kết quả của đơn vị chưa đồng đều giữa các phòng, theo biên bản kèm theo.");
            }
        }
        desk.complete(
                task,
                Map.of(
                        "units",
                        rows,
                        "items",
                        List.of(Map.of(
                                "unit",
                                UNIT,
                                "cause",
                                "AWARDED",
                                "reason",
                                "Được Thành phố khen trong năm",
                                "evidence",
                                "Quyết định của Thành phố"))));
        desk.runJobs();
    }

    private void reads(List<String> persons, String id) throws Exception {
        for (String person : persons) {
            assertThat(papers.page(person, file())).as(person).contains("Căn cứ thưởng, trừ, hạ loại", address(id));
            papers.page(person, address(id));
            papers.page(person, address(id) + "/preview");
        }
    }

    private void doNotRead(List<String> persons, String id) throws Exception {
        for (String person : persons) {
            papers.findsNoPage(person, address(id));
            papers.findsNoPage(person, address(id) + "/preview");
            papers.doesNotRead(person, id);
        }
    }

    private String file() {
        return "/units/" + UNIT + "?cycle=" + cycle;
    }

    private static String address(String id) {
        return "/units/" + UNIT + "/evidence/" + id;
    }
}
