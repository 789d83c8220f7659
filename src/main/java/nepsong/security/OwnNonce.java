package nepsong.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Camunda keeps the nonce of its pages' scripts in one place for all requests. Of two that come at once one page carries
 * the other's nonce, its browser runs none of its scripts, and its reader looks at a spinner for ever. Here the page gets
 * the nonce that its own header names.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class OwnNonce extends OncePerRequestFilter {

    private static final Pattern PAGE = Pattern.compile("/camunda/app/(admin|cockpit|tasklist|welcome)(/[^/.]*)?/?");
    private static final Pattern IN_THE_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_THE_PAGE = Pattern.compile("nonce=\"[^\"]*\"");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !PAGE.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        String policy = page.getHeader("Content-Security-Policy");
        Matcher nonce = IN_THE_HEADER.matcher(policy == null ? "" : policy);
        if (nonce.find()) {
            String written = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
            String own = IN_THE_PAGE
                    .matcher(written)
                    .replaceAll(Matcher.quoteReplacement("nonce=\"" + nonce.group(1) + "\""));
            if (!own.equals(written)) {
                page.resetBuffer();
                page.getOutputStream().write(own.getBytes(StandardCharsets.UTF_8));
            }
        }
        page.copyBodyToResponse();
    }
}
