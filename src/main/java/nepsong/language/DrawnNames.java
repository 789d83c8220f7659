package nepsong.language;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of what is drawn in models: as words, and in the drawing itself. */
final class DrawnNames {

    private static final Pattern NAMED = Pattern.compile("(<bpmn:\\w+ id=\")([^\"]+)(\" name=\")([^\"]*)");

    private DrawnNames() {}

    /** By Vietnamese name, with places for what a model computes into it, and as it is said of all such tasks. */
    static Map<String, String> said(
            Map<String, Map<String, String>> models, Map<String, Map<String, String>> translations) {
        Map<String, String> said = new HashMap<>();
        models.forEach((process, elements) -> elements.forEach((id, name) -> {
            String translated = translations.getOrDefault(process, Map.of()).get(id);
            if (translated != null) {
                said.putIfAbsent(places(name), places(translated));
                said.putIfAbsent(ofAll(name), ofAll(translated));
            }
        }));
        return said;
    }

    /** @param names by element's id; an element without one keeps its own */
    static String in(String bpmn, Map<String, String> names) {
        return NAMED.matcher(bpmn)
                .replaceAll(tag -> Matcher.quoteReplacement(tag.group(1)
                        + tag.group(2)
                        + tag.group(3)
                        + (names.containsKey(tag.group(2)) ? escaped(names.get(tag.group(2))) : tag.group(4))));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** Where all tasks of a step are meant, nobody names the unit. */
    static String ofAll(String name) {
        return name.replaceAll("( \\([^()]*\\))?( [$#]\\{[^}]*})?( –|:) [^–]*[$#]\\{.*", "");
    }

    /** What a model computes into a name is a place like any other. */
    private static String places(String name) {
        return name.replaceAll("[$#]\\{[^}]*}", "{}");
    }
}
