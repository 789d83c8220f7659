package nepsong.language;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of {@code translations}, named by the language's code.
 *
 * @param code    of the language, as the file is named
 * @param name    of the language, in itself
 * @param day     how a day is written, e.g. {@code d MMM yyyy}
 * @param dayOnly the same without its year
 * @param pages   by template, or {@code *} for all of them, the Vietnamese text and its translation; {@code {}} stands for what
 *                the page puts in, {@code {#}} for a number or a date
 * @param words   what Java puts on pages: names of codes, titles of tables, answers
 * @param scripts literals of the pages' scripts
 * @param forms   by form and by component's id and property, joined by a dot
 * @param models  by process and by element's id, names of processes and of what is drawn in them
 */
public record Translations(
        String code,
        String name,
        String day,
        String dayOnly,
        Map<String, Map<String, String>> pages,
        Map<String, String> words,
        Map<String, String> scripts,
        Map<String, Map<String, String>> forms,
        Map<String, Map<String, String>> models) {

    /** Of texts that mean the same on every page. */
    public static final String EVERYWHERE = "*";

    private static final Pattern LONG = Pattern.compile("[{#*\n]|.{80}");
    private static final Pattern DATE = Pattern.compile("(\\d{2})/(\\d{2})/(\\d{4})");
    private static final Pattern GROUPED = Pattern.compile("[-−+]?\\d{1,3}(\\.\\d{3})*(,\\d+)?\\s*");

    /** Refusals name a field as its form does: so the forms' short words are words too, where nobody else says them. */
    Translations withWords(Map<String, Map<String, String>> vietnamese) {
        Map<String, String> all = new HashMap<>();
        vietnamese.forEach((form, said) -> said.forEach((where, text) -> {
            String translated = forms.getOrDefault(form, Map.of()).get(where);
            if (translated != null && !LONG.matcher(text).find()) {
                all.putIfAbsent(text, translated);
            }
        }));
        pages.values().forEach(page -> all.keySet().removeAll(page.keySet()));
        all.putAll(words);
        return new Translations(code, name, day, dayOnly, pages, all, scripts, forms, models);
    }

    /** A pattern of a Vietnamese date in this language's way. */
    public String pattern(String vietnamese) {
        return vietnamese.replace("dd/MM/yyyy", day).replace("dd/MM", dayOnly);
    }

    /** A number or a date within a sentence: comma and point change places. */
    public String number(String vietnamese) {
        Matcher date = DATE.matcher(vietnamese);
        if (date.find()) {
            return date.replaceAll(found -> LocalDate.of(
                            Integer.parseInt(found.group(3)),
                            Integer.parseInt(found.group(2)),
                            Integer.parseInt(found.group(1)))
                    .format(DateTimeFormatter.ofPattern(day, Locale.forLanguageTag(code))));
        }
        return GROUPED.matcher(vietnamese).matches()
                ? vietnamese.replace('.', '\0').replace(',', '.').replace('\0', ',')
                : vietnamese;
    }

    static Translations read(InputStream file) throws IOException {
        return new ObjectMapper().readValue(file, Translations.class);
    }
}
