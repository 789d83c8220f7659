package nepsong.audit.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nepsong.audit.AuditEvents;
import nepsong.audit.AuditQuestion;
import nepsong.audit.AuditTrail;
import nepsong.audit.AuditVerdict;
import nepsong.audit.ChainKey;
import nepsong.audit.Head;
import nepsong.audit.Names;
import nepsong.audit.VerifyChain;
import nepsong.audit.WrittenEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebMvcTest
@ContextConfiguration(classes = AuditPageTest.Pages.class)
class AuditPageTest {

    @Import({AuditPage.class, AuditApi.class, Verification.class})
    static class Pages {

        @Bean
        AuditEvents events() {
            return mock(AuditEvents.class);
        }

        @Bean
        AuditTrail trail() {
            return mock(AuditTrail.class);
        }

        @Bean
        VerifyChain chain() {
            return mock(VerifyChain.class);
        }

        @Bean
        ChainKey key() {
            return mock(ChainKey.class);
        }

        @Bean
        Names names() {
            Names names = mock(Names.class);
            when(names.ofUnits(any())).thenReturn(Map.of("p-hoan-kiem", "Phường Hoàn Kiếm"));
            when(names.ofPeople(any())).thenReturn(Map.of("lan", "Nguyễn Thị Lan"));
            return names;
        }
    }

    private static final RequestPostProcessor MANAGER = user("quang").roles("managers");
    private static final RequestPostProcessor ADMINISTRATOR = user("admin").roles("camunda-admin");

    @Autowired
    private MockMvc browser;

    @Autowired
    private AuditEvents events;

    @Autowired
    private VerifyChain chain;

    @Autowired
    private ChainKey key;

    @BeforeEach
    void threeEvents() {
        when(events.count(any())).thenReturn(120);
        when(events.search(any(), anyInt(), anyInt()))
                .thenReturn(List.of(
                        event(3, "login.refused", true, "", "Sai mật khẩu", null, null),
                        event(2, "scores.self", false, "p-hoan-kiem", "", "{\"CS-A1\":1.25}", "{\"CS-A1\":\"KAD\"}"),
                        event(1, "form.refused", true, "p-hoan-kiem", "<script>alert(1)</script>", null, null)));
    }

    private static WrittenEvent event(
            long id,
            String action,
            boolean refused,
            String unit,
            String reason,
            @Nullable String before,
            @Nullable String after) {
        Instant at = Instant.parse("2023-11-06T01:02:03Z");
        return new WrittenEvent(
                id,
                UUID.randomUUID(),
                at,
                "lan",
                "",
                action,
                refused,
                "2023",
                unit,
                "",
                reason,
                before,
                after,
                "192.0.2.7",
                "");
    }

    @Test
    void anotherKeyThanTheChainsIsTold() throws Exception {
        browser.perform(get("/audit").with(MANAGER)).andExpect(content().string(not(containsString("khóa khác"))));
        when(key.isAnother()).thenReturn(true);
        when(chain.verify(null))
                .thenReturn(new AuditVerdict(
                        0,
                        Head.NONE,
                        new AuditVerdict.Break(AuditVerdict.Kind.WRONG_KEY, 0, 0, "Hãy đặt lại khóa cũ."),
                        1));
        try {
            browser.perform(get("/audit").with(ADMINISTRATOR))
                    .andExpect(content().string(containsString("Ứng dụng đang chạy với khóa khác")));
            browser.perform(post("/audit/verify").with(MANAGER).with(csrf()))
                    .andExpect(flash().attribute("answer", "Chưa kiểm tra được chuỗi. Hãy đặt lại khóa cũ."));
        } finally {
            when(key.isAnother()).thenReturn(false);
        }
    }

    @Test
    void aManagerReadsWhoDidWhatWithTheScoresBeforeAndAfter() throws Exception {
        browser.perform(get("/audit").with(MANAGER))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("08:02:03 06/11/2023")))
                .andExpect(content().string(containsString("Nguyễn Thị Lan")))
                .andExpect(content().string(containsString("từ địa chỉ 192.0.2.7")))
                .andExpect(content().string(containsString("Phường Hoàn Kiếm")))
                .andExpect(content().string(containsString("Chấm điểm tự đánh giá")))
                .andExpect(content().string(containsString("<span>1,25</span> → <strong>không áp dụng</strong>")))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt;")))
                .andExpect(content().string(containsString("120 dòng")))
                .andExpect(content().string(not(containsString("<script>"))))
                .andExpect(content().string(not(containsString("style="))));
    }

    @Test
    void theAdministratorSeesThatAndNothingOfWhatItWasAbout() throws Exception {
        browser.perform(get("/audit").with(ADMINISTRATOR))
                .andExpect(content().string(containsString("Chấm điểm tự đánh giá")))
                .andExpect(content().string(containsString("Sai mật khẩu")))
                .andExpect(content().string(containsString("(nội dung nghiệp vụ)")))
                .andExpect(content().string(not(containsString("1,25"))))
                .andExpect(content().string(not(containsString("alert(1)"))));
        browser.perform(get("/api/audit").with(ADMINISTRATOR))
                .andExpect(jsonPath("$", hasSize(3)))
                .andExpect(jsonPath("$[0].reason").value("Sai mật khẩu"))
                .andExpect(jsonPath("$[1].after").doesNotExist())
                .andExpect(jsonPath("$[1].hidden").value(true))
                .andExpect(jsonPath("$[2].reason").doesNotExist());
        verify(events).search(eq(new AuditQuestion("", "", "", null, null, "", null, false)), eq(0), eq(100));
    }

    @Test
    void whatIsAskedForIsSearchedForAndKeptOnTheNextPage() throws Exception {
        browser.perform(get("/audit")
                        .with(MANAGER)
                        .param("actor", "lan")
                        .param("action", "scores.self")
                        .param("from", "2023-11-01")
                        .param("refused", "")
                        .param("text", "CS-A1 & bạn")
                        .param("page", "1"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Trang 2 / 3")))
                .andExpect(content().string(containsString("actor=lan&amp;action=scores.self")));
        LocalDate from = LocalDate.of(2023, 11, 1);
        verify(events)
                .search(
                        eq(new AuditQuestion("lan", "scores.self", "", from, null, "CS-A1 & bạn", null, true)),
                        eq(50),
                        eq(50));
        browser.perform(get("/audit").with(MANAGER).param("from", "hôm qua")).andExpect(status().isBadRequest());
    }

    @Test
    void programsReadTheTrailAsJson() throws Exception {
        browser.perform(get("/api/audit").with(MANAGER).param("size", "3"))
                .andExpect(header().string("X-Total-Count", "120"))
                .andExpect(jsonPath("$[1].action").value("scores.self"))
                .andExpect(jsonPath("$[1].before['CS-A1']").value(1.25))
                .andExpect(jsonPath("$[1].address").value("192.0.2.7"))
                .andExpect(jsonPath("$[1].at").value("2023-11-06T08:02:03+07:00"));
    }

    @Test
    void theVerificationAnswersInWords() throws Exception {
        Head head = new Head(12, "ab".repeat(32));
        when(chain.verify(null)).thenReturn(new AuditVerdict(12_345, head, null, 900));
        browser.perform(post("/audit/verify").with(MANAGER)).andExpect(status().isForbidden());
        browser.perform(post("/audit/verify").with(ADMINISTRATOR).with(csrf()))
                .andExpect(redirectedUrl("/audit#chain"))
                .andExpect(flash().attribute("intact", true))
                .andExpect(flash().attribute("answer", containsString("12.345 dòng")));

        when(chain.verify(head))
                .thenReturn(new AuditVerdict(
                        11,
                        head,
                        new AuditVerdict.Break(AuditVerdict.Kind.CHANGED, 12, 40, "Dòng số 40 đã bị sửa nội dung."),
                        1));
        browser.perform(post("/audit/verify").with(MANAGER).with(csrf()).param("head", head.written()))
                .andExpect(flash().attribute("intact", false))
                .andExpect(flash().attribute("answer", containsString("Dòng số 40")));
        browser.perform(post("/audit/verify").with(MANAGER).with(csrf()).param("head", "12"))
                .andExpect(flash().attribute("answer", containsString("64")));
    }
}
