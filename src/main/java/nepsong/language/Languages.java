package nepsong.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The languages besides Vietnamese: one for each file {@code translations/<code>.json}. */
@Component
public class Languages {

    private static final String ENDING = ".json";

    private final Map<String, Translator> translators = new TreeMap<>();

    Languages(Names names) {
        Map<String, Map<String, String>> models = Models.names();
        Map<String, Map<String, String>> forms = Forms.words();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:/translations/*" + ENDING)) {
                String code = String.valueOf(file.getFilename()).replace(ENDING, "");
                try (InputStream stream = file.getInputStream()) {
                    // The registries know English names besides the Vietnamese ones, and no others.
                    Names known = code.equals(Locale.ENGLISH.getLanguage()) ? names : Map::of;
                    translators.put(
                            code, new Translator(Translations.read(stream).withWords(forms), known, models));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Empty for Vietnamese, and for a language that nobody has translated into. */
    public Optional<Translator> translator(Locale language) {
        return Optional.ofNullable(translators.get(language.getLanguage()));
    }

    /** Names by code, Vietnamese among them. */
    public Map<String, String> all() {
        Map<String, String> names = new TreeMap<>();
        translators.forEach(
                (code, translator) -> names.put(code, translator.translations().name()));
        names.put(Viewer.VIETNAMESE.getLanguage(), "Tiếng Việt");
        return names;
    }
}
