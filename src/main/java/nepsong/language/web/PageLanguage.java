package nepsong.language.web;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import nepsong.language.Languages;
import nepsong.language.Translator;
import nepsong.language.Viewer;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.web.IWebExchange;
import org.thymeleaf.web.IWebRequest;

/** In templates {@code #language}: what the page is in, what else it could be in, and where the switch leads back to. */
public final class PageLanguage {

    private final Languages languages;
    private final @Nullable Translator translator;
    private final IExpressionContext context;

    PageLanguage(Languages languages, @Nullable Translator translator, IExpressionContext context) {
        this.languages = languages;
        this.translator = translator;
        this.context = context;
    }

    /** Null for a Vietnamese page. */
    @Nullable
    Translator translator() {
        return translator;
    }

    public String getCode() {
        return translator == null
                ? Viewer.VIETNAMESE.getLanguage()
                : context.getLocale().getLanguage();
    }

    /** Names by code. */
    public Map<String, String> getOthers() {
        Map<String, String> others = new TreeMap<>(languages.all());
        others.remove(getCode());
        return others;
    }

    /** This page; where it is the answer to a form, the page of the form. */
    public String getBack() {
        if (!(context instanceof IWebContext web)) {
            return "/";
        }
        IWebExchange exchange = web.getExchange();
        IWebRequest request = exchange.getRequest();
        if (exchange.getAttributeValue("jakarta.servlet.error.request_uri") instanceof String failed) {
            return failed;
        }
        if (!request.getMethod().equals("GET")) {
            return ofForm(request.getHeaderValue("Referer"));
        }
        String query = request.getQueryString();
        String path = request.getRequestPath();
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }

    private static String ofForm(@Nullable String referer) {
        try {
            String path = referer == null ? null : URI.create(referer).getRawPath();
            return path == null || path.isEmpty() ? "/" : path;
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }
}
