package nepsong.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person reads in a form, by component and property: {@code Field_decision_06.label}, and for what a choice or a column
 * is called {@code Field_decision_06.accept} and {@code Field_table_03.code}.
 */
public final class FormWords {

    private static final List<String> PROPERTIES =
            List.of("label", "dateLabel", "timeLabel", "description", "text", "content", "title", "alt", "placeholder");
    private static final List<String> AROUND = List.of("appearance", "validate");
    private static final Map<String, String> LISTS = Map.of("values", "value", "columns", "key");

    private FormWords() {}

    /** A place in the form. */
    public record Word(ObjectNode at, String property) {

        public String text() {
            return at.path(property).asText();
        }

        public void say(String text) {
            at.put(property, text);
        }
    }

    public static Map<String, Word> of(ObjectNode form) {
        Map<String, Word> words = new LinkedHashMap<>();
        for (JsonNode component : form.path("components")) {
            if (component instanceof ObjectNode object) {
                collect(object, words);
            }
        }
        return words;
    }

    private static void collect(ObjectNode component, Map<String, Word> words) {
        String id = component.path("id").asText() + ".";
        PROPERTIES.forEach(property -> add(component, property, id + property, words));
        for (String part : AROUND) {
            if (component.get(part) instanceof ObjectNode object) {
                object.fieldNames().forEachRemaining(property -> {
                    if (property.endsWith("ErrorMessage") || part.equals("appearance")) {
                        add(object, property, id + part + "." + property, words);
                    }
                });
            }
        }
        LISTS.forEach((list, key) -> {
            for (JsonNode one : component.path(list)) {
                if (one instanceof ObjectNode object) {
                    add(object, "label", id + object.path(key).asText(), words);
                }
            }
        });
        words.putAll(of(component));
    }

    private static void add(ObjectNode at, String property, String where, Map<String, Word> words) {
        if (at.path(property).isTextual() && !at.path(property).asText().isBlank()) {
            words.put(where, new Word(at, property));
        }
    }
}
