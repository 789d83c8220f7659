package nepsong.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nepsong.MockBrowser;
import nepsong.ProcessTest;
import nepsong.organisation.CalendarDay;
import nepsong.organisation.CalendarDays;
import nepsong.organisation.Groups;
import nepsong.organisation.WorkingCalendar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** An administrator keeps the table of days off and days made up for. Nobody else's deadlines are in these years. */
@ProcessTest
class CalendarPageTest {

    private static final LocalDate SATURDAY = LocalDate.of(2091, 3, 3);
    private static final LocalDate SUNDAY = LocalDate.of(2091, 3, 4);
    private static final LocalDate CULTURE_DAY = LocalDate.of(2092, 11, 24);

    private final CalendarDays days;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;
    private final MockMvc browser;

    @Autowired
    CalendarPageTest(CalendarDays days, WorkingCalendar calendar, JdbcClient jdbc, WebApplicationContext context) {
        this.days = days;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.browser = MockBrowser.of(context);
    }

    @AfterEach
    void theTableIsAsItWas() {
        days.remove(SATURDAY);
        days.remove(SUNDAY);
        for (int year = CULTURE_DAY.getYear(); year <= WorkingCalendar.LAST_YEAR; year++) {
            LocalDate day = CULTURE_DAY.withYear(year);
            days.save(new CalendarDay(
                    day, CalendarDay.Kind.OFF, "Ngày Văn hóa Việt Nam (chờ xác nhận là ngày nghỉ)", false));
        }
    }

    @Test
    void aYearShowsItsHolidaysAndTheTable() throws Exception {
        String page = browser.perform(administrator(get("/calendar?year=2026")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("Lịch làm việc năm", "Tết Nguyên đán (mùng 1)", "Giỗ Tổ Hùng Vương")
                .contains("Nghỉ bù Giỗ Tổ Hùng Vương", "id=\"day-2026-04-27\"")
                .contains(
                        "id=\"day-2026-11-24\"", "/calendar/days/2026-11-24/active", "đang tắt", "Bật cả các năm sau");
        browser.perform(administrator(get("/calendar?year=2101")))
                .andExpect(content().string(containsString("Năm: hãy nhập một số từ 1900 đến 2100.")));
    }

    @Test
    void aDayIsAddedChangedAndRemoved() throws Exception {
        save(SATURDAY.toString(), "MAKEUP_WORK", "Làm bù", true)
                .andExpect(redirectedUrl("/calendar?year=2091"))
                .andExpect(flash().attribute("done", "Đã thêm ngày 03/03/2091 vào bảng."));
        assertThat(calendar.isWorkingDay(SATURDAY)).isTrue();
        browser.perform(administrator(get("/calendar?day=" + SATURDAY)))
                .andExpect(content().string(containsString("value=\"Làm bù\"")));

        save(SATURDAY.toString(), "MAKEUP_WORK", "Làm bù, lùi lại", false)
                .andExpect(flash().attribute("done", "Đã sửa ngày 03/03/2091 trong bảng."));
        assertThat(calendar.isWorkingDay(SATURDAY)).isFalse();

        browser.perform(administrator(post("/calendar/days/" + SATURDAY + "/removal")))
                .andExpect(flash().attribute("done", "Đã gỡ ngày 03/03/2091 khỏi bảng."));
        browser.perform(administrator(post("/calendar/days/" + SATURDAY + "/removal")))
                .andExpect(flash().attributeExists("refusals"));
        assertThat(jdbc.sql(
                                "select actor from audit_events where action = 'calendar.changed' and subject = '2091-03-03' order by id")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("admin", "admin", "admin"));
    }

    @Test
    void the24thOfNovemberIsSwitchedOnForAYearAndForThoseThatFollow() throws Exception {
        turn("true", "false").andExpect(flash().attribute("done", "Đã bật 1 ngày, từ 24/11/2092."));
        assertThat(calendar.isWorkingDay(CULTURE_DAY)).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2093, 11, 24))).isTrue();

        turn("true", "true").andExpect(flash().attribute("done", "Đã bật 8 ngày, từ 24/11/2092."));
        assertThat(calendar.isWorkingDay(LocalDate.of(2093, 11, 24))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2089, 11, 24))).isTrue();
    }

    @Test
    void whoSavesOverAnothersDayIsToldFirst() throws Exception {
        String nothing = seen("/calendar");
        for (String click : List.of("first", "second")) {
            seeing(nothing, "", "Làm bù theo thông báo 1")
                    .andExpect(result -> assertThat(result.getFlashMap().get("done"))
                            .as(click)
                            .isNotNull());
        }
        MvcResult told = seeing(nothing, "", "Làm bù theo thông báo 2")
                .andExpect(flash().attribute("refusals", hasItem(containsString("“Làm bù theo thông báo 1”"))))
                .andExpect(flash().attribute(
                                "typed",
                                new CalendarPage.Typed(
                                        SUNDAY.toString(), "MAKEUP_WORK", "Làm bù theo thông báo 2", true)))
                .andReturn();
        assertThat(days.all().get(SUNDAY).note()).isEqualTo("Làm bù theo thông báo 1");

        KnownDay known = (KnownDay) told.getFlashMap().get("known");
        seeing(known.seen(), known.day(), "Làm bù theo thông báo 2").andExpect(flash().attributeExists("done"));
        assertThat(days.all().get(SUNDAY).note()).isEqualTo("Làm bù theo thông báo 2");

        browser.perform(administrator(post("/calendar/days/" + SUNDAY + "/removal"))
                        .param("seen", known.seen()))
                .andExpect(flash().attribute("refusals", hasItem(containsString("Người khác vừa sửa ngày này"))));
        browser.perform(administrator(post("/calendar/days/" + SUNDAY + "/active"))
                        .param("active", "false")
                        .param("seen", known.seen()))
                .andExpect(flash().attribute("refusals", hasItem(containsString("Người khác vừa sửa ngày này"))));
        assertThat(days.all().get(SUNDAY).active()).isTrue();

        String edited = seen("/calendar?day=" + SUNDAY);
        days.remove(SUNDAY);
        seeing(edited, SUNDAY.toString(), "Làm bù theo thông báo 3")
                .andExpect(flash().attribute("refusals", hasItem(containsString("không còn trong bảng"))));
        assertThat(days.all()).doesNotContainKey(SUNDAY);
    }

    private String seen(String page) throws Exception {
        KnownDay known = (KnownDay) Objects.requireNonNull(
                        browser.perform(administrator(get(page))).andReturn().getModelAndView())
                .getModel()
                .get("known");
        return known.seen();
    }

    private ResultActions seeing(String seen, String edited, String note) throws Exception {
        return browser.perform(administrator(post("/calendar/days"))
                .param("day", SUNDAY.toString())
                .param("kind", "MAKEUP_WORK")
                .param("note", note)
                .param("active", "true")
                .param("edited", edited)
                .param("seen", seen));
    }

    @Test
    void badInputIsNamedByItsFieldAndNothingTypedIsLost() throws Exception {
        save("2091-02-30", "HALF", " ", true)
                .andExpect(flash().attribute("refusals", hasSize(3)))
                .andExpect(flash().attribute("refusals", hasItem(containsString("Ngày: "))))
                .andExpect(flash().attribute("refusals", hasItem(containsString("Loại ngày: "))))
                .andExpect(flash().attribute("refusals", hasItem(containsString("Căn cứ, ghi chú: "))))
                .andExpect(flash().attribute("typed", new CalendarPage.Typed("2091-02-30", "HALF", " ", true)));
    }

    @Test
    void withoutATokenOrTheRoleNothingIsChanged() throws Exception {
        browser.perform(post("/calendar/days/" + CULTURE_DAY + "/removal")
                        .with(user("admin").roles(Groups.ADMINISTRATORS)))
                .andExpect(status().isForbidden());
        browser.perform(post("/calendar/days/" + CULTURE_DAY + "/removal")
                        .with(user("manager").roles(Groups.MANAGERS))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(days.all()).containsKey(CULTURE_DAY);
    }

    private ResultActions save(String day, String kind, String note, boolean active) throws Exception {
        return browser.perform(administrator(post("/calendar/days"))
                .param("day", day)
                .param("kind", kind)
                .param("note", note)
                .param("active", Boolean.toString(active)));
    }

    private ResultActions turn(String active, String later) throws Exception {
        return browser.perform(administrator(post("/calendar/days/" + CULTURE_DAY + "/active"))
                .param("active", active)
                .param("later", later));
    }

    private static MockHttpServletRequestBuilder administrator(MockHttpServletRequestBuilder request) {
        return request.with(user("admin").roles(Groups.ADMINISTRATORS)).with(csrf());
    }
}
