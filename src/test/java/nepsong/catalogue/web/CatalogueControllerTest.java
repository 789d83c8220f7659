package nepsong.catalogue.web;

import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import nepsong.catalogue.CatalogueFiles;
import nepsong.catalogue.LoadChecklist;
import nepsong.catalogue.LoadThemes;
import nepsong.organisation.FileError;
import nepsong.organisation.LoadBlocs;
import nepsong.organisation.LoadOutcome;
import nepsong.organisation.LoadPeople;
import nepsong.organisation.LoadUnits;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class CatalogueControllerTest {

    private final LoadChecklist checklists = mock();
    private final LoadUnits units = mock();
    private final LoadBlocs blocs = mock();
    private final LoadPeople people = mock();
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new CatalogueController(
                    CatalogueFiles.loading(checklists, mock(LoadThemes.class), units, blocs, people)))
            .defaultRequest(get("/").principal(() -> "admin"))
            .build();
    private final MockMultipartFile file = new MockMultipartFile("file", "tieu-chi.csv", "text/csv", new byte[] {1});

    @Test
    void aGoodChecklistIsCreatedInTheNameOfThePersonLoggedIn() throws Exception {
        when(checklists.load(eq("Bộ tiêu chí 2027"), any(), eq("admin"))).thenReturn(LoadOutcome.loaded(2, 56));

        mvc.perform(multipart("/api/catalogue/checklists").file(file).param("title", "Bộ tiêu chí 2027"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(2))
                .andExpect(jsonPath("$.rows").value(56));
    }

    @Test
    void passwordsOfNewLoginsAreToldOnceAndKeptByNoBrowser() throws Exception {
        when(people.load(any()))
                .thenReturn(new LoadPeople.Loaded(LoadOutcome.loaded(0, 3), Map.of("nvan", "Ns-9secret")));

        mvc.perform(multipart("/api/catalogue/people").file(file))
                .andExpect(status().isCreated())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.rows").value(3))
                .andExpect(jsonPath("$.passwords.nvan").value("Ns-9secret"));
    }

    @Test
    void aFileOfBlocsIsTakenOver() throws Exception {
        when(blocs.load(any())).thenReturn(LoadOutcome.loaded(0, 179));

        mvc.perform(multipart("/api/catalogue/blocs").file(file))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.rows").value(179));
    }

    @Test
    void everyErrorOfABadFileIsListed() throws Exception {
        when(units.load(any()))
                .thenReturn(LoadOutcome.refused(List.of(
                        new FileError(9, "kind", "Không có loại đơn vị “quan”."),
                        new FileError(2, "code", "Ô bắt buộc đang để trống."))));

        mvc.perform(multipart("/api/catalogue/units").file(file))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("2 lỗi")))
                .andExpect(jsonPath("$.errors[0].line").value(2))
                .andExpect(jsonPath("$.errors[0].column").value("code"))
                .andExpect(jsonPath("$.errors[1].reason").value("Không có loại đơn vị “quan”."));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedInWords() throws Exception {
        when(units.load(any())).thenThrow(new MaxUploadSizeExceededException(20_000_000));

        mvc.perform(multipart("/api/catalogue/units").file(file))
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.detail").value(containsString("20 MB")));
    }

    @Test
    void aRequestWithoutAFileIsRefused() throws Exception {
        mvc.perform(multipart("/api/catalogue/units"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].column").value("file"));
    }
}
