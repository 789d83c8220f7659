package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OwnNonceTest {

    private static final String PAGE = "/camunda/app/tasklist/default/";

    /** As Camunda answers when another request came between its header and its page. */
    private static final FilterChain MIXED_UP = (request, answer) -> {
        HttpServletResponse response = (HttpServletResponse) answer;
        response.setHeader("Content-Security-Policy", "script-src 'nonce-mine' 'strict-dynamic'");
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write("<script nonce=\"yours\" src=\"a.js\"></script><b>Nếp Sống</b><script nonce=\"yours\">");
    };

    @Test
    void aPageCarriesTheNonceOfItsOwnHeader() throws Exception {
        MockHttpServletResponse answer = answer(PAGE);

        assertThat(answer.getContentAsString())
                .isEqualTo("<script nonce=\"mine\" src=\"a.js\"></script><b>Nếp Sống</b><script nonce=\"mine\">");
    }

    @Test
    void whatIsNoPageIsLeftAsItIs() throws Exception {
        assertThat(answer("/camunda/app/tasklist/scripts/config.js").getContentAsString())
                .contains("yours");
    }

    private static MockHttpServletResponse answer(String path) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        new OwnNonce().doFilter(new MockHttpServletRequest("GET", path), answer, MIXED_UP);
        return answer;
    }
}
