package nepsong.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.util.WebUtils;

/** Where a password comes from: the address, and what the browser shows of earlier logins. */
final class DeviceDetails extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1;

    /** Of no use once the password was looked at, and not kept with the session. */
    private final transient String cookie;

    DeviceDetails(HttpServletRequest request) {
        super(request);
        Cookie shown = WebUtils.getCookie(request, KnownDevices.COOKIE);
        this.cookie = shown == null ? "" : shown.getValue();
    }

    DeviceDetails(String address, String cookie) {
        super(address, null);
        this.cookie = cookie;
    }

    String cookie() {
        return cookie == null ? "" : cookie;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof DeviceDetails details
                && details.cookie().equals(cookie());
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), cookie());
    }
}
