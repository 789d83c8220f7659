package nepsong.organisation.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nepsong.audit.AuditTrail;
import nepsong.organisation.CalendarDay;
import nepsong.organisation.CalendarDays;
import nepsong.organisation.ChangeCalendar;
import nepsong.organisation.OneAtATime;
import nepsong.organisation.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class CalendarControllerTest {

    private final CalendarDays days = new DaysInMemory();
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new CalendarController(
                    WorkingCalendar.with(List.of()),
                    days,
                    new ChangeCalendar(days, mock(AuditTrail.class), mock(OneAtATime.class))))
            .setMessageConverters(new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                    .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build()))
            .build();

    @Test
    void aDeadlineIsCountedOverTet() throws Exception {
        mvc.perform(get("/api/calendar/deadline?from=2026-02-10&workingDays=10"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.from").value("2026-02-10"))
                .andExpect(jsonPath("$.workingDays").value(10))
                .andExpect(jsonPath("$.deadline").value("2026-03-03"))
                .andExpect(jsonPath("$.dueAt").value("2026-03-03T17:00:00+07:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-02-30&workingDays=1, Ngày bắt đầu",
        "from=10/02/2026&workingDays=1, Ngày bắt đầu",
        "from=1800-01-01&workingDays=1, Ngày bắt đầu",
        "workingDays=1, Ngày bắt đầu",
        "from=2026-02-10, Số ngày làm việc",
        "from=2026-02-10&workingDays=-1, Số ngày làm việc",
        "from=2026-02-10&workingDays=1001, Số ngày làm việc",
        "from=2026-02-10&workingDays=2.5, Số ngày làm việc",
        "from=2100-12-30&workingDays=100, 2100"
    })
    void badInputIsAnsweredInVietnamese(String query, String reason) throws Exception {
        mvc.perform(get("/api/calendar/deadline?" + query))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.detail").value(containsString(reason)));
    }

    @Test
    void anExceptionIsStoredListedAndRemoved() throws Exception {
        mvc.perform(put("/api/calendar/days/2026-08-22")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\":\"MAKEUP_WORK\",\"note\":\" La\\u0300m bu\\u0300\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.note").value("Làm bù"))
                .andExpect(jsonPath("$.active").value(true));
        mvc.perform(get("/api/calendar/days")).andExpect(jsonPath("$", hasSize(1)));
        mvc.perform(delete("/api/calendar/days/2026-08-22")).andExpect(status().isNoContent());
        mvc.perform(delete("/api/calendar/days/2026-08-22")).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-08-22 | {\"note\":\"x\"} | kind",
                "2026-08-22 | {\"kind\":\"HALF\",\"note\":\"x\"} | JSON",
                "2026-08-22 | {\"kind\":\"OFF\"} | note",
                "2026-13-22 | {\"kind\":\"OFF\",\"note\":\"x\"} | Ngày"
            })
    void aBadExceptionIsRefused(String day, String body, String reason) throws Exception {
        mvc.perform(put("/api/calendar/days/" + day)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString(reason)));
    }

    private static class DaysInMemory implements CalendarDays {

        private final Map<LocalDate, CalendarDay> days = new TreeMap<>();

        @Override
        public Map<LocalDate, CalendarDay> all() {
            return days;
        }

        @Override
        public Optional<CalendarDay> find(LocalDate day) {
            return Optional.ofNullable(days.get(day));
        }

        @Override
        public void save(CalendarDay day) {
            days.put(day.day(), day);
        }

        @Override
        public boolean remove(LocalDate day) {
            return days.remove(day) != null;
        }
    }
}
