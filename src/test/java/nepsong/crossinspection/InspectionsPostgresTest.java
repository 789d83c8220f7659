package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import nepsong.PostgresServer;
import nepsong.audit.AuditTrail;
import nepsong.crossinspection.CrossScores.Explanation;
import nepsong.crossinspection.CrossScores.Question;
import nepsong.crossinspection.CrossScores.ScoreAnswer;
import nepsong.crossinspection.CrossScores.Settlement;
import nepsong.crossinspection.Inspections.PlannedVisit;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfScore;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every statement of the module once on PostgreSQL. */
class InspectionsPostgresTest {

    private static final String CYCLE = "2023";
    private static final String UNIT = "q-ba-dinh";
    private static final String OTHER = "q-tay-ho";
    private static final LocalDateTime NINE = LocalDateTime.of(2023, 8, 1, 9, 0);

    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    private JdbcClient jdbc;
    private JdbcTemplate batches;

    @BeforeEach
    void tables() {
        DataSource source = POSTGRES.newDatabase();
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        batches = new JdbcTemplate(source);
        for (String cycle : List.of("2022", CYCLE)) {
            jdbc.sql(
                            """
                            insert into cycles (code, year_of_cycle, name, started_at, started_by)
                            values (?, ?, 'Kỳ thử', cast(? as timestamp with time zone), 'office')
                            """)
                    .params(cycle, Integer.parseInt(cycle), cycle + "-03-01T00:00:00Z")
                    .update();
        }
    }

    @Test
    void pairsAreDrawnReturnedSwappedAndApproved() {
        Pairings pairings = new JdbcPairings(jdbc, batches, Clock.systemUTC());
        Pairs pairs = new JdbcPairs(jdbc);
        Pairing first = pairing("2022", 1);
        pairings.add(first);
        pairings.giveBack(first, "headOfTeam", "Đề nghị xếp lại");
        Pairing second = pairing("2022", 2);
        pairings.add(second);
        assertThat(pairings.latest("2022", "khoi-1")).contains(second);
        assertThat(pairings.returnReason("2022", "khoi-1")).isEqualTo("Đề nghị xếp lại");
        assertThat(pairs.of("2022")).isEmpty();

        Pair swapped = new Pair("q-long-bien", UNIT);
        pairings.approve(second, List.of(swapped), Map.of(UNIT, "Lý do đổi cặp"), "", "");
        assertThat(pairings.approved("2022")).hasSize(1);
        assertThat(pairs.of("2022", "khoi-1")).containsExactly(swapped);
        assertThat(pairs.inspecting("2022", UNIT)).contains("q-long-bien");
        assertThat(pairs.inspectedBy("2022", "q-long-bien")).contains(UNIT);
        assertThat(pairs.beforeCycle(CYCLE)).containsExactly(swapped);
    }

    @Test
    void anotherUnitInspectsInThePlaceOfOneThatCannotCome() {
        Pairings pairings = new JdbcPairings(jdbc, batches, Clock.systemUTC());
        PairReplacements replacements = new JdbcPairReplacements(jdbc, batches);
        Inspections inspections = new JdbcInspections(jdbc);
        Pairing returned = pairing(CYCLE, 1);
        pairings.add(returned);
        pairings.giveBack(returned, "headOfTeam", "Đề nghị xếp lại");
        Pairing drawn = pairing(CYCLE, 2);
        pairings.add(drawn);
        pairings.approve(drawn, drawn.pairs(), Map.of(), "headOfTeam", "");
        new JdbcInspectionLog(jdbc, batches, Clock.systemUTC())
                .schedule(
                        CYCLE,
                        UNIT,
                        OTHER,
                        new VisitPlan(
                                NINE, "Trụ sở", new Visitors(List.of("one", "two"), "three"), true, "", List.of(), ""),
                        LocalDate.of(2023, 8, 3),
                        "");
        PairReplacement replacement = new PairReplacement(
                CYCLE, UNIT, 1, OTHER, "q-long-bien", "Lũ lụt", Instant.parse("2023-07-30T02:00:00Z"), "headOfTeam");
        replacements.hold(CYCLE, "khoi-1");
        replacements.add(replacement, new Visitors(List.of("two"), null));

        assertThat(pairings.approved(CYCLE)).singleElement().satisfies(pairing -> assertThat(pairing.pairs())
                .containsExactly(new Pair("q-long-bien", UNIT)));
        assertThat(jdbc.sql("select inspecting from pairs where cycle = ? and round = 1")
                        .param(CYCLE)
                        .query(String.class)
                        .single())
                .as("what was returned stays as it was")
                .isEqualTo(OTHER);
        assertThat(inspections.get(CYCLE, UNIT).inspecting()).isEqualTo("q-long-bien");
        assertThat(inspections.visitors(CYCLE, UNIT)).isEqualTo(new Visitors(List.of("two"), null));
        for (String concerned : List.of(UNIT, OTHER, "q-long-bien")) {
            assertThat(replacements.concerning(CYCLE, concerned)).containsExactly(replacement);
        }
        assertThat(replacements.concerning(CYCLE, "q-ha-dong")).isEmpty();
    }

    private static Pairing pairing(String cycle, int round) {
        return new Pairing(
                cycle,
                "khoi-1",
                round,
                42,
                1,
                List.of("Cảnh báo"),
                List.of(),
                false,
                false,
                List.of(new Pair(OTHER, UNIT)),
                null);
    }

    @Test
    void anInspectionGoesItsWay() {
        Inspections inspections = new JdbcInspections(jdbc);
        InspectionLog log = new JdbcInspectionLog(jdbc, batches, Clock.systemUTC());
        log.schedule(
                CYCLE,
                UNIT,
                OTHER,
                new VisitPlan(
                        NINE,
                        "Trụ sở",
                        new Visitors(List.of("inspector"), "observer"),
                        true,
                        "",
                        List.of("CS-A"),
                        "Xe ô tô"),
                LocalDate.of(2023, 8, 3),
                "");
        assertThat(inspections.plannedOn(NINE.toLocalDate()))
                .containsExactly(new PlannedVisit(CYCLE, UNIT, OTHER, NINE, Set.of("inspector", "observer")));
        assertThat(inspections.plannedOn(NINE.toLocalDate().plusDays(1))).isEmpty();
        VisitFinding finding = new VisitFinding(3, "CONDUCT", "MAJOR", "Sảnh", "Chưa đeo thẻ", null);
        Whereabouts seen =
                new Whereabouts(List.of("Phòng một cửa: gọn gàng", "Kho"), "21.02851, 105.8542", 120, "Trong nhà");
        log.visited(
                CYCLE, UNIT, new VisitReport(NINE, NINE.plusHours(2), seen, List.of(), List.of(finding), ""), 1, "");
        Minutes minutes = new Minutes(
                "A",
                "B",
                "C",
                "D",
                "",
                false,
                "",
                "",
                "",
                new Minutes.Signature("Đại diện Đoàn", NINE.toLocalDate()),
                new Minutes.Signature("Đại diện đơn vị", NINE.toLocalDate()),
                true);
        log.writeMinutes(CYCLE, UNIT, minutes, "secretary");
        log.explained(CYCLE, UNIT, "");
        log.explanationClosed(CYCLE, UNIT);
        log.answered(CYCLE, UNIT, "inspector");
        log.settled(CYCLE, UNIT, "headOfTeam");
        log.finish(CYCLE, UNIT);

        assertThat(inspections.findings(CYCLE, UNIT)).containsExactly(finding);
        assertThat(inspections.minutes(CYCLE, UNIT)).contains(minutes);
        assertThat(inspections.visitors(CYCLE, UNIT)).isEqualTo(new Visitors(List.of("inspector"), "observer"));
        jdbc.sql("update inspections set cross_submitted_by = 'colleague', answered_by = 'third'")
                .update();
        for (String person : List.of("colleague", "inspector", "observer", "third")) {
            assertThat(inspections.unitsInspectedBy(person, CYCLE, List.of(UNIT, OTHER)))
                    .as(person)
                    .containsExactly(UNIT);
            assertThat(inspections.unitsInspectedBy(person, CYCLE, List.of(OTHER)))
                    .as(person)
                    .isEmpty();
        }
        assertThat(inspections.unitsInspectedBy("fourth", CYCLE, List.of(UNIT, OTHER)))
                .isEmpty();
        jdbc.sql("update inspections set cross_submitted_by = null").update();
        assertThat(inspections.of(CYCLE)).hasSize(1).allSatisfy(one -> {
            assertThat(one.plannedAt()).isEqualTo(NINE);
            assertThat(one.late()).isTrue();
            assertThat(one.whereabouts()).isEqualTo(seen);
            assertThat(one.crossSubmittedBy()).isNull();
            assertThat(one.finishedAt()).isNotNull();
        });
    }

    @Test
    void theFinalScoreIsWhatWasSettledElseAnsweredElseTheCrossScore() {
        CrossScores scores = new JdbcCrossScores(jdbc, batches, new EmptyCards(), mock(AuditTrail.class));
        for (String criterion : List.of("CS-A1", "CS-A2", "CS-A3")) {
            jdbc.sql("insert into scorecard_rows (cycle, unit, criterion, position) values (?, ?, ?, 0)")
                    .params(CYCLE, UNIT, criterion)
                    .update();
        }
        BigDecimal one = BigDecimal.ONE;
        scores.writeCross(
                CYCLE,
                UNIT,
                List.of(
                        new CrossScore("CS-A1", false, null, one, null),
                        new CrossScore("CS-A2", false, null, one, "Nhận xét"),
                        new CrossScore("CS-A3", true, "Không có việc này", null, null)));
        scores.ask(CYCLE, UNIT, List.of(new Question("CS-A1", true), new Question("CS-A2", false)));
        scores.writeExplanations(CYCLE, UNIT, List.of(new Explanation("CS-A1", false, "Giải trình", null)));
        scores.agreeToAll(CYCLE, UNIT);
        scores.writeAnswers(
                CYCLE,
                UNIT,
                List.of(
                        new ScoreAnswer("CS-A1", "accept", new BigDecimal("2"), "Lý do"),
                        new ScoreAnswer("CS-A2", "accept", new BigDecimal("3"), "Lý do")));
        scores.writeSettlements(CYCLE, UNIT, List.of(new Settlement("CS-A2", null, "Lý do")));
        scores.writeFinal(CYCLE, UNIT);

        assertThat(finals()).containsExactly("CS-A1 false 2.00", "CS-A2 true null", "CS-A3 true null");
    }

    private List<String> finals() {
        return jdbc.sql("select criterion, final_not_applicable, final_score from scorecard_rows order by criterion")
                .query((row, n) -> row.getString(1) + " " + row.getBoolean(2) + " " + row.getBigDecimal(3))
                .list();
    }

    /** Cards on which nothing is written yet but the criteria's codes. */
    private static final class EmptyCards implements Scorecards {

        @Override
        public List<ScorecardRow> of(String cycle, String unit) {
            return List.of("CS-A1", "CS-A2", "CS-A3").stream()
                    .map(code -> new ScorecardRow(cycle, unit, code, 0, null, null, null, null, null, null, null))
                    .toList();
        }

        @Override
        public Map<String, List<ScorecardRow>> of(String cycle) {
            return Map.of(UNIT, of(cycle, UNIT));
        }

        @Override
        public Map<String, List<ScorecardRow>> of(String cycle, Collection<String> units) {
            return of(cycle);
        }

        @Override
        public void layOut(String cycle, String unit, List<String> criteria) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void writeSelf(String cycle, String unit, List<SelfScore> scores) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void changed() {
            // They are made anew whenever they are asked for.
        }
    }
}
