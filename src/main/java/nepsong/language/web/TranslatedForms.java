package nepsong.language.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nepsong.language.FormWords;
import nepsong.language.Languages;
import nepsong.language.Translator;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** The form that Tasklist draws comes in the viewer's language: what a person reads changes, what is checked does not. */
@Component
class TranslatedForms extends OncePerRequestFilter {

    private static final Pattern FORMS = Pattern.compile("/camunda/api/engine/.*/(deployed-form|deployed-start-form)");

    private final Languages languages;
    private final LocaleResolver browser;
    private final ObjectMapper json;

    TranslatedForms(Languages languages, LocaleResolver browser, ObjectMapper json) {
        this.languages = languages;
        this.browser = browser;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !FORMS.matcher(request.getRequestURI()).matches()
                || languages.translator(browser.resolveLocale(request)).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        Optional<Translator> translator = languages.translator(browser.resolveLocale(request));
        if (held.getStatus() == HttpServletResponse.SC_OK && translator.isPresent()) {
            JsonNode form = json.readTree(held.getContentAsByteArray());
            if (form instanceof ObjectNode object && object.has("components")) {
                Map<String, String> words = translator
                        .get()
                        .translations()
                        .forms()
                        .getOrDefault(object.path("id").asText(), Map.of());
                FormWords.of(object)
                        .forEach((where, text) -> text.say(
                                words.containsKey(where)
                                        ? words.get(where)
                                        : translator.get().text(text.text())));
                answer(held, object);
            }
        }
        held.copyBodyToResponse();
    }

    private void answer(ContentCachingResponseWrapper held, JsonNode body) throws IOException {
        held.resetBuffer();
        held.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
