package nepsong.evaluation.web;

import static org.hamcrest.Matchers.contains;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.evaluation.Cap;
import nepsong.evaluation.Grade;
import nepsong.evaluation.Publication;
import nepsong.evaluation.Publications;
import nepsong.evaluation.Result;
import nepsong.evaluation.Results;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Who reads a cycle's results when, and what they say. */
class ResultsControllerTest {

    private static final List<String> PREPARING = List.of(Groups.MANAGERS, Groups.STANDING_OFFICE, Groups.SECRETARIES);
    private static final List<String> EVERYBODY_ELSE =
            List.of(Groups.headAt("q-ba-dinh"), Groups.COUNCIL, Groups.TEAM_MEMBERS, Groups.APPRAISERS);

    private final Results results = mock();
    private final Publications publications = mock();
    private final People people = mock();
    private final Cycles cycles = mock();
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new ResultsController(results, publications, people, cycles))
            .build();

    @BeforeEach
    void twoUnitsAreGraded() {
        when(cycles.find("2023"))
                .thenReturn(Optional.of(
                        new Cycle("2023", 2023, "Kỳ 2023", 1, 20, Instant.EPOCH, "office", Instant.EPOCH, null, null)));
        when(results.of("2023")).thenReturn(List.of(result("q-ba-dinh", 1), result("q-tay-ho", 2)));
        when(publications.of(anyString())).thenReturn(Optional.empty());
        when(people.groupsOf(anyString())).thenAnswer(asked -> Set.of(asked.<String>getArgument(0)));
    }

    @Test
    void aResultSaysEverythingThatIsPromised() throws Exception {
        ask(Groups.STANDING_OFFICE)
                .andExpect(status().isOk())
                .andExpect(
                        content()
                                .json(
                                        """
                        [{"unit": "q-ba-dinh", "bloc": "khoi-2", "selfScore": 95.50, "crossScore": 91.25,
                          "finalScore": 90.75, "bonus": 1.00, "penalty": 2.50, "grade": "FAIR",
                          "gradeByScore": "EXCELLENT", "caps": ["V2", "V10"], "rank": 1},
                         {"unit": "q-tay-ho", "rank": 2}]
                        """));
    }

    @Test
    void beforeThePublicationTheyAreThereForThoseWhoPrepareAndWatchTheCycleAlone() throws Exception {
        for (String group : PREPARING) {
            ask(group)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.length()").value(2));
        }
        for (String group : EVERYBODY_ELSE) {
            ask(group).andExpect(status().isNotFound());
        }
    }

    @Test
    void afterwardsEverybodyReadsThem() throws Exception {
        published(Publication.RANKING);
        for (String group : EVERYBODY_ELSE) {
            ask(group)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.length()").value(2));
        }
    }

    @Test
    void whereTheDecisionKeepsTheRankingBackAUnitReadsItsOwnAlone() throws Exception {
        published(Publication.GROUPS);
        ask(Groups.headAt("q-ba-dinh")).andExpect(jsonPath("$[*].unit", contains("q-ba-dinh")));
        ask(Groups.COUNCIL).andExpect(status().isOk()).andExpect(content().json("[]", true));
        ask(Groups.MANAGERS).andExpect(jsonPath("$.length()").value(2));
    }

    @Test
    void aCycleThatNobodyKnowsHasNone() throws Exception {
        mvc.perform(get("/api/cycles/2099/results").principal(() -> Groups.MANAGERS))
                .andExpect(status().isNotFound());
    }

    private void published(String part) {
        when(publications.of("2023"))
                .thenReturn(Optional.of(new Publication(
                        "2023",
                        12,
                        "QĐ-SVHTT",
                        LocalDate.of(2023, 12, 1),
                        List.of(part),
                        "director",
                        Instant.EPOCH,
                        null)));
    }

    /** Somebody in that group and in no other. */
    private ResultActions ask(String group) throws Exception {
        return mvc.perform(get("/api/cycles/2023/results").principal(() -> group));
    }

    private static Result result(String unit, int rank) {
        return new Result(
                "2023",
                unit,
                "khoi-2",
                new BigDecimal("95.50"),
                new BigDecimal("91.25"),
                new BigDecimal("92.25"),
                new BigDecimal("1.00"),
                new BigDecimal("2.50"),
                new BigDecimal("90.75"),
                Grade.EXCELLENT,
                null,
                Grade.FAIR,
                List.of(
                        new Cap("V2", Grade.FAIR, "Nộp tự đánh giá chậm quá 5 ngày làm việc"),
                        new Cap("V10", Grade.GOOD, "Chưa đạt 100% ký cam kết")),
                rank);
    }
}
