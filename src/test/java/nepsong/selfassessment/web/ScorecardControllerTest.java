package nepsong.selfassessment.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nepsong.ProcessTest;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.engine.DemonstrationPeople;
import nepsong.selfassessment.Evidence;
import nepsong.selfassessment.Figures;
import nepsong.selfassessment.LayOutScorecard;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfScore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who may read a unit's scorecard, and what it says. */
@ProcessTest
class ScorecardControllerTest {

    private static final String CYCLE = "sc-1";
    private static final String UNIT = "q-ba-dinh";

    private final MockMvc web;
    private final Cycles cycles;
    private final LayOutScorecard layOut;
    private final Scorecards scorecards;
    private final DemonstrationPeople people;

    @Autowired
    ScorecardControllerTest(
            WebApplicationContext context,
            Cycles cycles,
            LayOutScorecard layOut,
            Scorecards scorecards,
            DemonstrationPeople people) {
        this.web = MockMvcBuilders.webAppContextSetup(context).build();
        this.cycles = cycles;
        this.layOut = layOut;
        this.scorecards = scorecards;
        this.people = people;
    }

    @BeforeEach
    void aUnitHasScoredOneCriterion() {
        people.seed(Map.of(UNIT, "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ"));
        if (cycles.find(CYCLE).isPresent()) {
            return;
        }
        cycles.add(new Cycle(CYCLE, 2023, "Kỳ kiểm tra thử", null, null, Instant.now(), "office", null, null, null));
        cycles.configure(new Cycles.Configuration(
                CYCLE, 1, null, List.of(new Bloc("khoi-1", "Khối 1", List.of(UNIT, "q-tay-ho"))), Map.of()));
        layOut.layOut(CYCLE, UNIT);
        Evidence plan = new Evidence("98/KH-UBND", LocalDate.of(2023, 3, 23), "mục II, trang 4");
        scorecards.writeSelf(
                CYCLE,
                UNIT,
                List.of(
                        new SelfScore("CS-A1", false, null, new BigDecimal("3.25"), "Chậm 5 ngày", plan),
                        new SelfScore(
                                "CS-B2", false, null, BigDecimal.ONE, null, Evidence.NONE, new Figures(80, 100))));
    }

    @Test
    void theUnitReadsItsScoresCriterionByCriterion() throws Exception {
        ask("qbadinhCoordinator")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.criteria.length()").value(31))
                .andExpect(jsonPath("$.criteria[0].code").value("CS-A1"))
                .andExpect(jsonPath("$.criteria[0].selfScore").value(3.25))
                .andExpect(jsonPath("$.criteria[0].selfNote").value("Chậm 5 ngày"))
                .andExpect(jsonPath("$.criteria[0].evidence").value("số 98/KH-UBND, ngày 23/03/2023, mục II, trang 4"))
                .andExpect(jsonPath("$.criteria[0].selfCounted").isEmpty())
                .andExpect(jsonPath("$.criteria[1].selfScore").isEmpty())
                .andExpect(
                        jsonPath("$.criteria[?(@.code=='CS-B2')].selfCounted").value(80))
                .andExpect(jsonPath("$.criteria[?(@.code=='CS-B2')].selfTotal").value(100));
    }

    @Test
    void theTeamAndTheManagersReadEveryScorecard() throws Exception {
        for (String person : List.of(
                "secretary",
                "office",
                "headOfTeam",
                "member1",
                "appraiser1",
                "manager",
                "qbadinhHead",
                "qbadinhInspector")) {
            ask(person).andExpect(status().isOk());
        }
    }

    @Test
    void toAnotherUnitItIsNotThere() throws Exception {
        for (String person : List.of("qtayhoCoordinator", "qtayhoInspector", "council1", "admin", "nobody")) {
            ask(person)
                    .andExpect(status().isNotFound())
                    .andExpect(
                            content().string(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("CS-A1"))));
        }
    }

    @Test
    void aUnitThatWasNotCalledInHasNone() throws Exception {
        web.perform(get("/api/units/q-tay-ho/scorecard").param("cycle", CYCLE).principal(() -> "secretary"))
                .andExpect(status().isNotFound());
        web.perform(get("/api/units/khong-co/scorecard").param("cycle", "1999").principal(() -> "secretary"))
                .andExpect(status().isNotFound());
    }

    private ResultActions ask(String person) throws Exception {
        return web.perform(
                get("/api/units/" + UNIT + "/scorecard").param("cycle", CYCLE).principal(() -> person));
    }
}
