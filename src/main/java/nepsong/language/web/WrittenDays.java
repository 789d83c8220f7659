package nepsong.language.web;

import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;
import nepsong.language.Translations;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.expression.Temporals;

/** In templates {@code #temporals} of a page that is not Vietnamese: takes the Vietnamese patterns and writes its own. */
public final class WrittenDays {

    private final Translations translations;
    private final Locale language;
    private final Temporals temporals;

    WrittenDays(Translations translations, Locale language) {
        this.translations = translations;
        this.language = language;
        this.temporals = new Temporals(language);
    }

    public @Nullable String format(@Nullable Temporal moment, String pattern) {
        return moment == null
                ? null
                : DateTimeFormatter.ofPattern(translations.pattern(pattern), language)
                        .format(moment);
    }

    public @Nullable String format(@Nullable Temporal moment, String pattern, Locale asked) {
        return format(moment, pattern);
    }

    public Temporal createNow() {
        return temporals.createNow();
    }

    public Temporal createToday() {
        return temporals.createToday();
    }

    public Temporal createNowForTimeZone(Object zone) {
        return temporals.createNowForTimeZone(zone);
    }

    public Temporal createTodayForTimeZone(Object zone) {
        return temporals.createTodayForTimeZone(zone);
    }
}
