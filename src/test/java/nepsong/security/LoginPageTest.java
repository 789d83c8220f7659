package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import nepsong.MockBrowser;
import nepsong.ProcessTest;
import nepsong.organisation.Demonstration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Where there is no demonstration. */
@ProcessTest
class LoginPageTest {

    private final WebApplicationContext context;

    @Autowired
    LoginPageTest(WebApplicationContext context) {
        this.context = context;
    }

    @Test
    void withoutTheDemonstrationTheLoginNamesNobodyAndNoPassword() throws Exception {
        String page = MockBrowser.of(context)
                .perform(get("/login"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page).contains("Nếp Sống là nơi").contains("name=\"password\"");
        assertThat(page)
                .doesNotContain(Demonstration.PASSWORD)
                .doesNotContain("office")
                .doesNotContain("class=\"person\"");
    }
}
