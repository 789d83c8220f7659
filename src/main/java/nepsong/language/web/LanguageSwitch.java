package nepsong.language.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.Principal;
import java.util.Locale;
import java.util.regex.Pattern;
import nepsong.language.ChosenLanguages;
import nepsong.language.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/** The button in the header: kept for the browser, and for the person where it is known who that is. */
@Controller
class LanguageSwitch {

    /** A path of ours and no other server's. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\\\\\s\\p{Cntrl}]*");

    private final Languages languages;
    private final ChosenLanguages chosen;
    private final LocaleResolver browser;

    LanguageSwitch(Languages languages, ChosenLanguages chosen, LocaleResolver browser) {
        this.languages = languages;
        this.chosen = chosen;
        this.browser = browser;
    }

    @PostMapping("/language")
    ResponseEntity<Void> choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            @Nullable Principal person,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!languages.all().containsKey(language)) {
            return ResponseEntity.badRequest().build();
        }
        browser.setLocale(request, response, Locale.forLanguageTag(language));
        if (person != null) {
            chosen.save(person.getName(), language);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(ours(back)).build();
    }

    /** Whoever has chosen finds their language in every browser. */
    @EventListener
    void welcome(InteractiveAuthenticationSuccessEvent login) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes visit) {
            HttpServletResponse response = visit.getResponse();
            if (response != null) {
                chosen.of(login.getAuthentication().getName())
                        .ifPresent(language ->
                                browser.setLocale(visit.getRequest(), response, Locale.forLanguageTag(language)));
            }
        }
    }

    private static URI ours(String back) {
        try {
            return URI.create(OURS.matcher(back).matches() ? back : "/");
        } catch (IllegalArgumentException unreadable) {
            return URI.create("/");
        }
    }
}
