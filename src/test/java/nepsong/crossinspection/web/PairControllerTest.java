package nepsong.crossinspection.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class PairControllerTest {

    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(new PairController()).build();

    @Test
    void aBlocIsPairedInTheOrderOfItsUnits() throws Exception {
        send("{'units':['a','b','c','d'],'conflicts':[['a','b']],'previous':[['c','a'],['z','a']],'seed':7}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.pairs", hasSize(4)))
                .andExpect(jsonPath("$.pairs[0][0]").value("a"))
                .andExpect(jsonPath("$.pairs[3][0]").value("d"))
                .andExpect(jsonPath("$.warnings").isArray())
                .andExpect(jsonPath("$.infeasible", empty()));
    }

    @Test
    void anImpossibleBlocIsAnsweredWithTheReasons() throws Exception {
        send("{'units':['a','b','c'],'conflicts':[['a','b']],'seed':7}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.pairs", empty()))
                .andExpect(jsonPath("$.infeasible[0]").value(containsString("Không thể xếp cặp")));
    }

    @Test
    void aBlocOfTwoIsRefusedWhereverOneLooks() throws Exception {
        send("{'units':['a','b']}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.infeasible[0]").value(containsString("Chỉ có 2 đơn vị")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            textBlock =
                    """
                    {}                                                      | Chỉ có 0 đơn vị
                    {'units':['a','b']}                                     | Chỉ có 2 đơn vị
                    {'units':['a','b','a']}                                 | “a” có nhiều hơn một lần
                    {'units':['a','b',null]}                                | không được để trống
                    {'units':['a','b','c'],'conflicts':[['a','d']]}         | “d” không có trong danh sách
                    {'units':['a','b','c'],'conflicts':[['a']]}             | dòng 1
                    {'units':['a','b','c'],'conflicts':[null]}              | dòng 1
                    {'units':['a','b','c'],'previous':[['b','a'],['c','c']]} | “previous”, dòng 2
                    {'units':['a','b','c'],'seed':'x'}                      | JSON hợp lệ
                    {'units':                                               | JSON hợp lệ
                    """)
    void nonsenseIsRefusedInVietnamese(String body, String reason) throws Exception {
        expectRefusal(body, reason);
    }

    @Test
    void moreUnitsThanABlocHoldsAreRefused() throws Exception {
        String units =
                IntStream.rangeClosed(1, 201).mapToObj(k -> "'u" + k + "'").collect(Collectors.joining(","));
        expectRefusal("{'units':[" + units + "]}", "nhiều nhất 200 đơn vị");
    }

    private void expectRefusal(String body, String reason) throws Exception {
        send(body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.detail").value(containsString(reason)));
    }

    private ResultActions send(String body) throws Exception {
        return mvc.perform(
                post("/api/pair").contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"')));
    }
}
