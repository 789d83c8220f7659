package nepsong.correction.web;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nepsong.correction.Cause;
import nepsong.correction.CorrectionReport;
import nepsong.correction.CorrectionTerms;
import nepsong.correction.Finding;
import nepsong.correction.FindingType;
import nepsong.correction.ReadFindings;
import nepsong.correction.ReadFindings.WithReports;
import nepsong.correction.ReportedCorrection;
import nepsong.correction.Severity;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class FindingControllerTest {

    private static final LocalDate DAY = LocalDate.of(2023, 10, 16);

    private final ReadFindings findings = mock();
    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(new FindingController(findings)).build();

    @Test
    void aFindingComesWithWhatWasDoneAboutIt() throws Exception {
        when(findings.read("2023", "q-ba-dinh", "secretary")).thenReturn(Optional.of(List.of(found())));

        mvc.perform(get("/api/findings?cycle=2023&unit=q-ba-dinh").principal(() -> "secretary"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].code").value("TT-2"))
                .andExpect(jsonPath("$[0].typeName").value("Bảng niêm yết bạc màu"))
                .andExpect(jsonPath("$[0].open").value(true))
                .andExpect(jsonPath("$[0].closedAt").doesNotExist())
                .andExpect(jsonPath("$[0].actions[0].measure").value("Đã thay bảng"))
                .andExpect(jsonPath("$[0].actions[0].accepted").doesNotExist());
    }

    @Test
    void whatOnesEyesAreNotForIsNotThere() throws Exception {
        when(findings.read("2023", null, "qbadinhHead")).thenReturn(Optional.empty());

        mvc.perform(get("/api/findings?cycle=2023").principal(() -> "qbadinhHead"))
                .andExpect(status().isNotFound());
    }

    private static WithReports found() {
        Finding finding = new Finding(
                "f1",
                "2023",
                "q-ba-dinh",
                2,
                FindingType.BOARD_FADED,
                Severity.MINOR,
                "Sảnh",
                "Bảng mờ",
                null,
                false,
                new CorrectionTerms(10, true, true, CorrectionTerms.Recheck.SITE, 30, 30),
                DAY,
                Instant.EPOCH,
                null,
                null,
                0,
                null);
        CorrectionReport report = new CorrectionReport("Đã thay bảng", DAY, Cause.FUNDING, null, "Ảnh 1");
        return new WithReports(
                finding, List.of(new ReportedCorrection("f1", 1, report, Instant.EPOCH, null, null, null, List.of())));
    }
}
