package nepsong.language.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nepsong.language.Viewer;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/** Camunda's web API knows nothing of our pages' language; who opens a form through it has chosen one all the same. */
@Component
@Order(ViewersLanguage.AFTER_THE_REQUEST_IS_BOUND)
class ViewersLanguage extends OncePerRequestFilter {

    /** By Spring Boot's own filter, which says what the browser prefers. */
    static final int AFTER_THE_REQUEST_IS_BOUND = -104;

    private final LocaleResolver browser;

    ViewersLanguage(LocaleResolver browser) {
        this.browser = browser;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/camunda/api/engine/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocaleContext(new Viewer.Choice(browser.resolveLocale(request)));
        try {
            chain.doFilter(request, response);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
