package nepsong.language.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import nepsong.language.Languages;
import nepsong.language.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** A cookie that Tasklist's scripts read too. Without one, and for a language that there is none of, Vietnamese. */
final class BrowserLanguage extends CookieLocaleResolver {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Languages languages;

    BrowserLanguage(Languages languages, boolean secure) {
        super("language");
        this.languages = languages;
        setDefaultLocale(Viewer.VIETNAMESE);
        setCookieMaxAge(A_YEAR);
        setCookieSameSite("Lax");
        setCookieSecure(secure);
        setRejectInvalidCookies(false);
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String value) {
        return languages.all().containsKey(value) ? Locale.forLanguageTag(value) : null;
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new Viewer.Choice(resolveLocale(request));
    }
}
