package nepsong.language;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** The language of the person whose page is being made. */
public final class Viewer {

    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private Viewer() {}

    /** What the viewer has chosen; what a browser says of itself, before anybody has chosen, counts for nothing. */
    public record Choice(Locale language) implements LocaleContext {

        @Override
        public Locale getLocale() {
            return language;
        }
    }

    /** Vietnamese wherever no page is being made: in mails, files and jobs. */
    public static Locale language() {
        return LocaleContextHolder.getLocaleContext() instanceof Choice choice ? choice.language() : VIETNAMESE;
    }

    /** Whether numbers have a comma before the decimals, and a day is written dd/MM/yyyy. */
    public static boolean readsVietnamese() {
        return language().equals(VIETNAMESE);
    }
}
