package nepsong.selfassessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nepsong.audit.AuditTrail;
import nepsong.selfassessment.Returns.Missing;
import nepsong.selfassessment.Returns.Returned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** What the tables keep, on H2; its subclass asks PostgreSQL the same. */
class SelfAssessmentsTest {

    private static final Instant NOW = Instant.parse("2023-08-18T03:00:00Z");
    private static final String CYCLE = "2023";
    private static final String UNIT = "q-ba-dinh";

    private Conflicts conflicts;
    private SelfAssessments selfAssessments;
    private Scorecards scorecards;
    private Returns returns;

    DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    @BeforeEach
    void aUnitIsCalledIn() {
        DataSource database = database();
        ResourceDatabasePopulator tables = new ResourceDatabasePopulator(
                new ClassPathResource("db/migration/V02__catalogue.sql"),
                new ClassPathResource("db/migration/V03__cycle.sql"),
                new ClassPathResource("db/migration/V20__scorecard_rows.sql"),
                new ClassPathResource("db/migration/V21__selfassessment.sql"),
                new ClassPathResource("db/migration/V104__a_reason_for_each_conflict.sql"),
                new ClassPathResource("db/migration/V100__supplement_window.sql"),
                new ClassPathResource("db/migration/V200__numbers_behind_scores.sql"),
                new ClassPathResource("db/migration/V260__where_leaders_worked_before.sql"));
        tables.setSqlScriptEncoding("UTF-8");
        DatabasePopulatorUtils.execute(tables, database);
        JdbcClient jdbc = JdbcClient.create(database);
        JdbcTemplate batches = new JdbcTemplate(database);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        conflicts = new JdbcConflicts(jdbc, batches);
        selfAssessments = new JdbcSelfAssessments(jdbc, batches, clock);
        scorecards = new JdbcScorecards(jdbc, batches, mock(AuditTrail.class));
        returns = new JdbcReturns(jdbc, batches, clock);
        jdbc.sql(
                        """
                        insert into cycles (code, year_of_cycle, name, started_at, started_by)
                        values ('2023', 2023, 'Kỳ kiểm tra năm 2023', ?, 'office')
                        """)
                .param(NOW.atOffset(ZoneOffset.UTC))
                .update();
        selfAssessments.open(CYCLE, UNIT);
        scorecards.layOut(CYCLE, UNIT, List.of("CS-A1", "CS-B6"));
    }

    @Test
    void anAcknowledgementIsKeptWithItsPeopleAndConflicts() {
        Acknowledgement said = new Acknowledgement(
                "Nguyễn Thu Hà",
                "Chuyên viên",
                "",
                "ha@nepsong.example",
                "qbadinhHead",
                List.of("inspector1", "inspector2"),
                250,
                List.of("q-dong-da", "q-tay-ho"));
        List<Conflict> declared = List.of(
                new Conflict(UNIT, "q-dong-da", "Hai bên đang chung một dự án"),
                new Conflict(UNIT, "q-tay-ho", "Lãnh đạo hai bên là anh em"));
        assertThat(selfAssessments.acknowledgement(CYCLE, UNIT)).isEmpty();
        assertThat(selfAssessments.acknowledgements(CYCLE)).isEmpty();
        selfAssessments.acknowledge(CYCLE, UNIT, "", said, LocalDate.of(2023, 9, 15));
        conflicts.declare(CYCLE, declared);
        assertThat(conflicts.of(CYCLE)).isEqualTo(declared);
        SelfAssessment kept = selfAssessments.get(CYCLE, UNIT);
        assertThat(selfAssessments.acknowledgement(CYCLE, UNIT)).contains(said);
        assertThat(selfAssessments.acknowledgements(CYCLE)).containsExactly(Map.entry(UNIT, said));
        assertThat(kept.acknowledgedAt()).isEqualTo(NOW);
        assertThat(kept.dueOn()).isEqualTo(LocalDate.of(2023, 9, 15));
        assertThat(selfAssessments.of(CYCLE)).containsExactly(kept);
    }

    @Test
    void ownScoresAreKeptAndOtherColumnsStayEmpty() {
        Evidence plan = new Evidence("98/KH-UBND", LocalDate.of(2023, 3, 23), "mục II");
        SelfScore scored = new SelfScore("CS-A1", false, null, new BigDecimal("3.25"), "Chậm 5 ngày", plan);
        SelfScore leftOut = new SelfScore("CS-B6", true, "Năm nay không tổ chức hội thi", null, null, Evidence.NONE);
        scorecards.writeSelf(CYCLE, UNIT, List.of(scored, leftOut));
        List<ScorecardRow> rows = scorecards.of(CYCLE, UNIT);
        assertThat(rows).extracting(ScorecardRow::self).containsExactly(scored, leftOut);
        assertThat(rows).allMatch(row -> row.cross() == null && row.finalScore() == null && row.dispute() == null);
        assertThat(scorecards.of(CYCLE)).containsOnlyKeys(UNIT).containsEntry(UNIT, rows);
    }

    @Test
    void theWayToTheEndIsKeptStepByStep() {
        selfAssessments.scored(CYCLE, UNIT, "qbadinhCoordinator");
        returns.add(CYCLE, UNIT, "", new Returned(Returned.Kind.RETURN, "Chấm lại nhóm A"), List.of());
        assertThat(selfAssessments.get(CYCLE, UNIT).isOpenForScores()).isTrue();
        selfAssessments.approve(CYCLE, UNIT, "qbadinhHead", 2);
        assertThat(selfAssessments.get(CYCLE, UNIT).isOpenForScores()).isFalse();
        List<Missing> missing = List.of(new Missing("CS-B6", "Danh sách"), new Missing("CS-A1", "Số văn bản"));
        Returned supplement = new Returned(Returned.Kind.SUPPLEMENT, "Thiếu minh chứng");
        returns.add(CYCLE, UNIT, "secretary", supplement, missing);
        assertThat(returns.of(CYCLE, UNIT)).hasSize(2).first().isEqualTo(supplement);
        assertThat(returns.missing(CYCLE, UNIT)).isEqualTo(missing);
        assertThat(selfAssessments.get(CYCLE, UNIT).isOpenForScores()).isTrue();
        selfAssessments.supplemented(CYCLE, UNIT);
        selfAssessments.complete(CYCLE, UNIT, "", true);
        SelfAssessment kept = selfAssessments.get(CYCLE, UNIT);
        assertThat(kept.isOpenForScores()).isFalse();
        assertThat(kept.scoredBy()).isEqualTo("qbadinhCoordinator");
        assertThat(kept.lateDays()).isEqualTo(2);
        assertThat(kept.completedAt()).isEqualTo(NOW);
    }

    @Test
    void aUnitThatSubmittedNothingIsMarked() {
        selfAssessments.closeWithoutSubmission(CYCLE, UNIT);
        assertThat(selfAssessments.get(CYCLE, UNIT).isClosedWithoutSubmission()).isTrue();
        assertThat(selfAssessments.find(CYCLE, "q-tay-ho")).isEmpty();
    }
}
