package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import nepsong.MovableClock;
import nepsong.audit.AuditKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KnownDevicesTest {

    private final MovableClock clock = new MovableClock();
    private final KnownDevices devices = devices("one secret");

    @AfterEach
    void theClockGoesRight() {
        clock.reset();
    }

    @Test
    void aDeviceIsKnownToWhomItWasGivenForHalfAYearAndAfterARestart() {
        String cookie = devices.with("office", "");
        assertThat(devices.find("office", cookie)).isPresent();
        assertThat(devices("one secret").find("office", cookie)).isEqualTo(devices.find("office", cookie));
        assertThat(devices.find("manager", cookie)).isEmpty();
        assertThat(devices("another secret").find("office", cookie)).isEmpty();
        assertThat(cookie).doesNotContain("office");
        clock.forward(KnownDevices.KEPT);
        assertThat(devices.find("office", cookie)).isEmpty();
    }

    @Test
    void whatIsMadeUpOrChangedIsNoDevice() {
        String cookie = devices.with("office", "");
        for (int at = 0; at < cookie.length() - 1; at++) {
            char other = cookie.charAt(at) == '1' ? '2' : '1';
            String changed = cookie.substring(0, at) + other + cookie.substring(at + 1);
            assertThat(devices.find("office", changed)).as(changed).isEmpty();
        }
        for (String nonsense : new String[] {"", "~", "..", "a.9.b", "a.99999999999999.b", "~".repeat(5_000)}) {
            assertThat(devices.find("office", nonsense)).isEmpty();
            assertThat(devices.find("office", devices.with("office", nonsense))).isPresent();
        }
    }

    @Test
    void colleaguesShareABrowserAndTheSixthMakesTheFirstForgotten() {
        String cookie = "";
        for (int person = 1; person <= 6; person++) {
            cookie = devices.with("member" + person, cookie);
        }
        assertThat(devices.find("member1", cookie)).isEmpty();
        for (int person = 2; person <= 6; person++) {
            assertThat(devices.find("member" + person, cookie)).isPresent();
        }
        String again = devices.with("member2", cookie);
        assertThat(again).hasSameSizeAs(cookie);
        assertThat(devices.find("member2", again)).isPresent().isNotEqualTo(devices.find("member2", cookie));
        assertThat(again).hasSizeLessThan(500);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContextPath("/nep");
        request.setSecure(true);
        MockHttpServletResponse response = new MockHttpServletResponse();
        devices.remember("office", request, response);
        assertThat(response.getHeader("Set-Cookie"))
                .contains(
                        "NEPSONG_DEVICE=",
                        "HttpOnly",
                        "SameSite=Strict",
                        "Secure",
                        "Path=/nep/login",
                        "Max-Age=15552000");
    }

    private KnownDevices devices(String secret) {
        AuditKey key = mock(AuditKey.class);
        when(key.derived("nepsong.device"))
                .thenReturn(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return new KnownDevices(key, clock, false);
    }
}
