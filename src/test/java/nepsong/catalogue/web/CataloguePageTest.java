package nepsong.catalogue.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class CataloguePageTest {

    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
    private static final Map<String, String> PASSWORDS = Map.of("nvan", "Ns-9secret");

    private final LoadPeople people = mock();
    private final MockHttpSession session = new MockHttpSession();
    private final MockMultipartFile file = new MockMultipartFile("content", "nguoi.csv", "text/csv", new byte[] {1});

    @Test
    void thePageOfALoadedFileCanBeAskedForAgainAndLoadsNothing() throws Exception {
        when(people.load(any())).thenReturn(new LoadPeople.Loaded(LoadOutcome.loaded(0, 3), PASSWORDS));
        String after = at(NOW).perform(multipart("/catalogue/people").file(file).session(session))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        for (int time = 0; time < 2; time++) {
            at(NOW.plus(Duration.ofMinutes(9)))
                    .perform(get(after).session(session))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Cache-Control", "no-store"))
                    .andExpect(model().attribute("passwords", PASSWORDS));
        }
        verify(people, times(1)).load(any());

        for (String elsewhere :
                List.of("/catalogue/people", "/catalogue/people?loaded=1", after.replace("people", "units"))) {
            at(NOW).perform(get(elsewhere).session(session)).andExpect(model().attributeDoesNotExist("passwords"));
        }
        at(NOW).perform(get(after).session(new MockHttpSession()))
                .andExpect(model().attributeDoesNotExist("passwords"));
        at(NOW.plus(Duration.ofMinutes(10)))
                .perform(get(after).session(session))
                .andExpect(model().attributeDoesNotExist("passwords", "outcome"));
    }

    @Test
    void aBadFileIsAnsweredWhereItWasSent() throws Exception {
        when(people.load(any()))
                .thenReturn(new LoadPeople.Loaded(
                        LoadOutcome.refused(List.of(new FileError(2, "email", "Ô bắt buộc đang để trống."))),
                        Map.of()));

        at(NOW).perform(multipart("/catalogue/people").file(file).session(session))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(model().attributeExists("outcome"));
    }

    private MockMvc at(Instant now) {
        return MockMvcBuilders.standaloneSetup(new CataloguePage(
                        CatalogueFiles.loading(
                                mock(LoadChecklist.class),
                                mock(LoadThemes.class),
                                mock(LoadUnits.class),
                                mock(LoadBlocs.class),
                                people),
                        Clock.fixed(now, ZoneOffset.UTC)))
                .defaultRequest(get("/").principal(() -> "admin"))
                .build();
    }
}
