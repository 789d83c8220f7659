package nepsong.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nepsong.engine.FormSchema.Field;
import nepsong.language.Languages;
import nepsong.language.Translator;
import nepsong.language.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a form shows, in the viewer's language. What people type stays as it was typed: it is theirs, and it comes back.
 * What is fixed may be said otherwise, for of that the server keeps its own value whatever comes back.
 */
@Component
class SpokenValues {

    /** Codes and links mean the same everywhere, and conditions of the form compare them. */
    private static final Pattern WORDS = Pattern.compile("[À-ỹ&&[^×÷]]|\\p{L}.* .*\\p{L}");

    private static final Pattern NUMBER_OR_DAY = Pattern.compile("([-−+]?[\\d.]+,\\d+|\\d{2}/\\d{2}/\\d{4})(%)?");

    private final Languages languages;

    SpokenValues(Languages languages) {
        this.languages = languages;
    }

    Map<String, Object> of(FormSchema form, Map<String, Object> shown) {
        return languages
                .translator(Viewer.language())
                .map(translator -> said(translator, form, shown))
                .orElse(shown);
    }

    private static Map<String, Object> said(Translator translator, FormSchema form, Map<String, Object> shown) {
        Map<String, Object> said = new LinkedHashMap<>();
        shown.forEach((key, value) -> {
            Map<String, Field> columns =
                    form.lists().containsKey(key) ? form.lists().get(key).fields() : Map.of();
            said.put(key, isTyped(form.fields().get(key)) ? value : said(translator, columns, value));
        });
        return said;
    }

    private static Object said(Translator translator, Map<String, Field> columns, Object value) {
        if (value instanceof String text) {
            return said(translator, text);
        }
        if (value instanceof Option option) {
            return new Option(option.value(), translator.text(option.label()));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> said(translator, columns, one)).toList();
        }
        if (value instanceof Map<?, ?> row) {
            Map<Object, @Nullable Object> said = new LinkedHashMap<>();
            row.forEach((key, one) ->
                    said.put(key, one == null || isTyped(columns.get(key)) ? one : said(translator, Map.of(), one)));
            return said;
        }
        return value;
    }

    private static String said(Translator translator, String text) {
        Matcher alone = NUMBER_OR_DAY.matcher(text);
        if (alone.matches()) {
            return translator.translations().number(alone.group(1)) + Objects.requireNonNullElse(alone.group(2), "");
        }
        return WORDS.matcher(text).find() ? lines(translator, text) : text;
    }

    private static String lines(Translator translator, String text) {
        return text.lines().map(translator::text).collect(Collectors.joining("\n"));
    }

    private static boolean isTyped(@Nullable Field field) {
        return field != null && !field.fixed();
    }
}
