package nepsong.notification.web;

import static nepsong.notification.OutboxTestContext.assignment;
import static nepsong.notification.OutboxTestContext.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nepsong.notification.Mail;
import nepsong.notification.MailPaper;
import nepsong.notification.Outbox;
import nepsong.notification.OutboxTestContext;
import nepsong.notification.QueuedMail;
import nepsong.notification.QueuedMails;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest
@ContextConfiguration(classes = MailPageTest.Pages.class)
@WithMockUser
class MailPageTest {

    @Import({OutboxTestContext.class, MailPage.class, OutboxApi.class})
    static class Pages {}

    @Autowired
    private MockMvc browser;

    @Autowired
    private Outbox outbox;

    @Autowired
    private QueuedMails mails;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void threeMails() {
        jdbc.sql("delete from outbox").update();
        outbox.postAll(List.of(
                assignment("t1", "qbadinhCoordinator", "Tự đánh giá – Quận Ba Đình"),
                assignment("t2", "minh", "<script>alert(1)</script>${7*7}"),
                new Mail("published", "2023", person("lan"), "evaluation.published", Map.of("cycle", "2023"))));
        jdbc.sql(
                        "update outbox set state = 'DEAD', attempts = 1, last_error = 'Máy chủ thư từ chối địa chỉ: 550' where recipient_person = 'lan'")
                .update();
    }

    @Test
    void theListShowsStateRecipientAndError() throws Exception {
        browser.perform(get("/mail"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Việc mới: Tự đánh giá – Quận Ba Đình")))
                .andExpect(content().string(containsString("Máy chủ thư từ chối địa chỉ: 550")))
                .andExpect(content().string(containsString("Chưa cài đặt máy chủ thư")))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt;${7*7}")))
                .andExpect(content().string(not(containsString("<script>"))))
                .andExpect(content().string(not(containsString("style="))));
    }

    @Test
    void whoseMailServerIsDownReadsSoAboveWhateverList() throws Exception {
        browser.perform(get("/mail")).andExpect(content().string(not(containsString("hiện không nhận thư"))));
        jdbc.sql(
                        """
                        update outbox set attempts = 1, server_down = true, last_error = 'Máy chủ thư chưa nhận thư: 451'
                        where recipient_person = 'minh'
                        """)
                .update();

        browser.perform(get("/mail").param("state", "SENT"))
                .andExpect(content().string(containsString("Máy chủ thư hiện không nhận thư")))
                .andExpect(content().string(containsString("Máy chủ thư chưa nhận thư: 451")));
    }

    @Test
    void theListIsFiltered() throws Exception {
        browser.perform(get("/mail").param("state", "DEAD"))
                .andExpect(content().string(containsString("Công bố kết quả xếp loại")))
                .andExpect(content().string(not(containsString("Quận Ba Đình"))));
        browser.perform(get("/mail").param("text", "khong-co-ai"))
                .andExpect(content().string(containsString("Không có thư nào khớp với điều kiện lọc.")));
        browser.perform(get("/mail").param("page", "999")).andExpect(status().isOk());
    }

    @Test
    void aMailIsReadAsItWillBeSent() throws Exception {
        browser.perform(get("/mail/" + the("qbadinhCoordinator").id()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Thời hạn: 30/11/2023.")))
                .andExpect(content().string(containsString("Thư tự động, không trả lời.")));
        browser.perform(get("/mail/999999")).andExpect(status().isNotFound());
    }

    @Test
    void whatGoesWithAMailIsNamed() throws Exception {
        outbox.postAll(Stream.of("huong", "minh")
                .map(id -> new Mail(
                        "invited",
                        "2023",
                        person(id),
                        "evaluation.conference-invited",
                        Map.of(
                                "cycle",
                                "2023",
                                "paper",
                                MailPaper.ofConference("2023", 1).facts())))
                .toList());

        browser.perform(get("/mail/" + the("huong").id()))
                .andExpect(content().string(containsString("Tệp đính kèm")))
                .andExpect(content().string(containsString("giay-moi.docx")));
        browser.perform(get("/mail/" + the("minh").id()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Tệp đính kèm"))));
    }

    @Test
    void whatPeopleWroteIsNotForTheAdministrator() throws Exception {
        String reason = "Đơn vị cố ý khai thiếu";
        outbox.postAll(List.of(
                new Mail(
                        "r1",
                        "2023",
                        person("lan"),
                        "self-assessment.returned",
                        Map.of("cycle", "2023", "unit", "Quận Ba Đình", "reason", reason, "items", List.of(reason))),
                new Mail(
                        "r2",
                        "2023",
                        person("lan"),
                        "correction.reopened",
                        Map.of("cycle", "2023", "code", "TT-1", "reason", reason)),
                new Mail(
                        "r3",
                        "2023",
                        person("lan"),
                        "commendation.supplement",
                        Map.of("about", "Quận Ba Đình", "reason", reason, "items", List.of(reason)))));
        for (QueuedMail mail : mails.search(null, "lan", 0, 3)) {
            for (String page : List.of("/mail/" + mail.id(), "/mail/" + mail.id() + "/html")) {
                browser.perform(get(page))
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString("chỉ người nhận được đọc")))
                        .andExpect(content().string(not(containsString(reason))));
            }
            browser.perform(get("/mail/" + mail.id() + "/html"))
                    .andExpect(header().stringValues(
                                    "Content-Security-Policy",
                                    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; sandbox"
                                            + " allow-top-navigation-by-user-activation; frame-ancestors 'none'"));
        }
    }

    @Test
    void aDeadMailIsCorrectedAndQueuedAgain() throws Exception {
        long id = the("lan").id();
        browser.perform(post("/mail/" + id + "/resend").param("address", "lan.moi@nepsong.example"))
                .andExpect(status().isForbidden());
        browser.perform(post("/mail/" + id + "/resend").with(csrf()).param("address", "không phải"))
                .andExpect(redirectedUrl("/mail/" + id))
                .andExpect(flash().attribute("address", "không phải"));
        assertThat(the("lan").attempts()).isOne();

        browser.perform(post("/mail/" + id + "/resend").with(csrf()).param("address", "lan.moi@nepsong.example"))
                .andExpect(redirectedUrl("/mail/" + id));

        assertThat(the("lan").address()).isEqualTo("lan.moi@nepsong.example");
        assertThat(the("lan").attempts()).isZero();
    }

    @Test
    void programsReadTheOutboxAsJson() throws Exception {
        browser.perform(get("/api/outbox"))
                .andExpect(header().string("X-Total-Count", "3"))
                .andExpect(jsonPath("$", hasSize(3)))
                .andExpect(jsonPath("$[0].key").value("published/2023/lan/0"))
                .andExpect(jsonPath("$[0].to").value("lan@nepsong.example"))
                .andExpect(jsonPath("$[0].template").value("evaluation.published"))
                .andExpect(jsonPath("$[0].state").value("DEAD"))
                .andExpect(jsonPath("$[0].attempts").value(1))
                .andExpect(jsonPath("$[0].lastError").value("Máy chủ thư từ chối địa chỉ: 550"))
                .andExpect(jsonPath("$[0].createdAt").value(matchesPattern("2023-11-.*")));
        browser.perform(get("/api/outbox")
                        .param("state", "PENDING")
                        .param("size", "1")
                        .param("page", "1"))
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].to").value("qbadinhCoordinator@nepsong.example"));
        browser.perform(get("/api/outbox").param("state", "NONSENSE")).andExpect(status().isBadRequest());
    }

    private QueuedMail the(String person) {
        return mails.search(null, person, 0, 1).get(0);
    }
}
