package nepsong.selfassessment.web;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.List;
import nepsong.catalogue.Checklist;
import nepsong.catalogue.Checklists;
import nepsong.catalogue.CriteriaSet;
import nepsong.catalogue.Criterion;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ScoreControllerTest {

    private static final Checklist NEWEST = checklist(2, "4");
    private static final Checklist OLDEST = checklist(1, "2");

    @Test
    void aCardIsScoredByTheNewestChecklist() throws Exception {
        score(
                        List.of(NEWEST, OLDEST),
                        """
                        {"set": "workplace", "criteria": [
                          {"code": "CS-A1", "score": 3},
                          {"code": "CS-B6", "notApplicable": true, "naReason": "Năm nay Thành phố không tổ chức hội thi"}]}
                        """)
                .andExpect(status().isOk())
                .andExpect(
                        content()
                                .json(
                                        """
                        {"score": 75.00, "groups": {"A": 75.00}, "refusals": []}
                        """));
    }

    @Test
    void aSetMayBeCalledAsItsCriteriaAre() throws Exception {
        score(List.of(NEWEST), "{\"set\": \"CS\", \"criteria\": [{\"code\": \"CS-A1\", \"score\": 2}]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.groups.A").value(50.00));
    }

    @Test
    void eachRefusedRowIsNamedAndCountsZero() throws Exception {
        score(
                        List.of(NEWEST),
                        """
                        {"set": "workplace", "criteria": [{"code": "CS-A1", "score": 4.5}, {"code": "CS-B6", "score": 4}, null]}
                        """)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.score").value(50.00))
                .andExpect(jsonPath("$.refusals", hasSize(1)))
                .andExpect(jsonPath("$.refusals[0].code").value("CS-A1"))
                .andExpect(jsonPath("$.refusals[0].reason").value("Điểm phải từ 0 đến 4."));
    }

    @Test
    void anEmptyCardIsRefusedRowByRow() throws Exception {
        score(List.of(NEWEST), "{\"set\": \"workplace\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.refusals", hasSize(2)));
    }

    @Test
    void anUnknownSetIsAProblem() throws Exception {
        score(List.of(NEWEST), "{\"set\": \"kitchen\", \"criteria\": []}")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value("Bộ tiêu chí (set) phải là “workplace” hoặc “public-place”."));
    }

    @Test
    void withoutAPublishedChecklistThereIsNothingToScoreBy() throws Exception {
        score(List.of(), "{\"set\": \"workplace\", \"criteria\": []}").andExpect(status().isConflict());
    }

    private static ResultActions score(List<Checklist> published, String card) throws Exception {
        return MockMvcBuilders.standaloneSetup(new ScoreController(new Published(published)))
                .build()
                .perform(post("/api/score")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(card));
    }

    private static Checklist checklist(int version, String max) {
        return new Checklist(
                version, "Phiên bản", List.of(criterion("CS-A1", max, null), criterion("CS-B6", max, "không tổ chức")));
    }

    private static Criterion criterion(String code, String max, String rule) {
        String group = code.substring(3, 4);
        return new Criterion(
                code, CriteriaSet.WORKPLACE, group, "Nhóm", "Tiêu chí", "", new BigDecimal(max), "", "", rule);
    }

    private record Published(List<Checklist> published) implements Checklists {

        @Override
        public Checklist version(int version) {
            throw new UnsupportedOperationException();
        }
    }
}
