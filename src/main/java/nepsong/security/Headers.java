package nepsong.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What a browser is told about our answers. HSTS goes out over TLS only. */
final class Headers {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";
    private static final String PERMISSIONS =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";

    /** Shown inside Tasklist, beside the form. */
    private static final RequestMatcher FRAMED =
            PathPatternRequestMatcher.withDefaults().matcher("/evidence/**");

    private Headers() {}

    static void ofPages(HeadersConfigurer<HttpSecurity> headers) {
        common(headers);
        headers.frameOptions(FrameOptionsConfig::disable);
        headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(FRAMED),
                new StaticHeadersWriter("Content-Security-Policy", POLICY + "'none'")));
        headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(FRAMED), new StaticHeadersWriter("X-Frame-Options", "DENY")));
        headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                FRAMED, new StaticHeadersWriter("Content-Security-Policy", POLICY + "'self'")));
        headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                FRAMED, new StaticHeadersWriter("X-Frame-Options", "SAMEORIGIN")));
    }

    /** Camunda writes its own policy with a nonce for its pages, and its own rules for caching. */
    static void ofCamunda(HeadersConfigurer<HttpSecurity> headers) {
        common(headers);
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
        headers.xssProtection(HeadersConfigurer.XXssConfig::disable);
        headers.frameOptions(FrameOptionsConfig::deny);
    }

    private static void common(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS));
    }
}
