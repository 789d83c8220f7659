package nepsong.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.HstsConfig;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser is told about our answers. Before everything else, so that a refusal and an error have them like any
 * page; Camunda puts its own policy, with a nonce, in the place of ours on its pages. HSTS goes out over TLS only.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Headers extends OncePerRequestFilter {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";
    private static final String PERMISSIONS =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";
    private static final String A_YEAR_OF_TLS = "max-age=31536000 ; includeSubDomains";

    /** Shown inside Tasklist, beside the form. */
    private static final Pattern FRAMED = Pattern.compile("/(evidence|tasks)/.*");

    /** The library that draws processes writes colours and sizes as attributes of what it draws; nothing else may. */
    private static final Pattern DRAWN = Pattern.compile("/progress/[^/]+/processes/[^/]+|/tasks/[^/]+/standing");

    /** What Camunda answers of people and tasks; the files of its pages may be kept. */
    private static final Pattern PERSONAL = Pattern.compile("/camunda/api/(engine|admin/auth)/.*");

    private static final String NO_STORE = "no-store";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean framed = FRAMED.matcher(path).matches();
        String drawing = DRAWN.matcher(path).matches() ? "; style-src-attr 'unsafe-inline'" : "";
        write(request, response);
        response.setHeader("Content-Security-Policy", POLICY + (framed ? "'self'" : "'none'") + drawing);
        response.setHeader("X-Frame-Options", framed ? "SAMEORIGIN" : "DENY");
        chain.doFilter(request, PERSONAL.matcher(path).matches() ? new Unkept(response) : response);
    }

    /** Camunda says that what it answers may be kept if it is asked again; nobody on the way shall keep it. */
    private static final class Unkept extends HttpServletResponseWrapper {

        Unkept(HttpServletResponse response) {
            super(response);
            response.setHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL) ? NO_STORE : value);
        }

        @Override
        public void addHeader(String name, String value) {
            if (!name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
                super.addHeader(name, value);
            }
        }
    }

    /** Those of an answer that nothing may frame. */
    static void write(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY + "'none'");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", A_YEAR_OF_TLS);
        }
    }

    /** What is left to Spring Security: that browsers keep nothing of our pages. */
    static void ofPages(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(FrameOptionsConfig::disable);
        headers.httpStrictTransportSecurity(HstsConfig::disable);
    }

    /** Camunda has rules of its own for that. */
    static void ofCamunda(HeadersConfigurer<HttpSecurity> headers) {
        ofPages(headers);
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
        headers.xssProtection(HeadersConfigurer.XXssConfig::disable);
    }
}
