package nepsong.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Camunda Form, read: its fields and its dynamic lists. Groups only arrange; texts and buttons carry no value.
 *
 * @param fields by key, in the order of the form; those of a list are inside it
 * @param lists  by path
 */
public record FormSchema(String id, Map<String, Field> fields, Map<String, RowList> lists, Set<String> computed) {

    private static final Set<String> WITHOUT_VALUE =
            Set.of("text", "html", "button", "spacer", "separator", "image", "table");

    /**
     * One input. {@code node} is its JSON, for constraints that depend on its type; what is asked of it with every row of
     * every submission is read from it once.
     *
     * @param fixed  shows the server's value, whatever is sent
     * @param hide   FEEL; null where it is always shown
     * @param limits of its JSON's {@code validate}, each static, or a FEEL expression that begins with "="
     * @param optionsKey of the data that it offers; null where it offers none of them
     */
    public record Field(
            String key,
            String type,
            String label,
            JsonNode node,
            boolean fixed,
            boolean required,
            @Nullable String hide,
            Map<String, String> limits,
            @Nullable String optionsKey) {

        static Field read(String key, String type, String label, JsonNode node) {
            JsonNode validate = node.path("validate");
            Map<String, String> limits = new HashMap<>();
            validate.properties().forEach(limit -> {
                if (!limit.getValue().isNull()) {
                    limits.put(limit.getKey(), limit.getValue().asText());
                }
            });
            return new Field(
                    key,
                    type,
                    label,
                    node,
                    node.path("readonly").asBoolean(false)
                            || node.path("disabled").asBoolean(false),
                    validate.path("required").asBoolean(false),
                    textOrNull(node.path("conditional").path("hide")),
                    Map.copyOf(limits),
                    textOrNull(node.path("valuesKey")));
        }

        /** As messages name it. */
        public String quoted() {
            return "“" + (label.isBlank() ? key : label) + "”";
        }

        /** Null where the form sets none. */
        public @Nullable String limit(String name) {
            return limits.get(name);
        }
    }

    /** A list of rows; {@code open} where a person may add and remove some. */
    public record RowList(String path, String label, boolean open, Map<String, Field> fields, JsonNode node) {

        public @Nullable String hide() {
            return textOrNull(node.path("conditional").path("hide"));
        }

        /** As messages name it. */
        public String quoted() {
            return label.isBlank() ? "Danh sách" : "“" + label + "”";
        }

        /** Rows that people do not add are told apart by the first field that they only read: a code, a unit. */
        boolean isOfAnotherRow(Map<String, Object> shown, Map<String, Object> sent) {
            return !open
                    && fields.values().stream()
                            .filter(Field::fixed)
                            .limit(1)
                            .map(Field::key)
                            .anyMatch(key -> shown.containsKey(key)
                                    && sent.containsKey(key)
                                    && !shown.get(key).equals(sent.get(key)));
        }
    }

    public boolean declares(String key) {
        return fields.containsKey(key) || lists.containsKey(key) || computed.contains(key);
    }

    /** How people call what is sent under this key; the key itself where the form has no word for it. */
    String named(String key) {
        Field field = fields.get(key);
        RowList list = lists.get(key);
        String label = field != null ? field.label() : list != null ? list.label() : "";
        return label.isBlank() ? key : label;
    }

    /** Whether a submission is read against this value: a field has it, offers it, or depends on it. */
    boolean needs(String key) {
        Pattern named = Pattern.compile("\\b" + Pattern.quote(key) + "\\b");
        return declares(key)
                || lists.values().stream().anyMatch(list -> named.matcher(Objects.requireNonNullElse(list.hide(), ""))
                        .find())
                || Stream.concat(
                                fields.values().stream(),
                                lists.values().stream().flatMap(list -> list.fields().values().stream()))
                        .anyMatch(field -> key.equals(field.optionsKey())
                                || named.matcher(
                                                field.node().path("conditional").toString())
                                        .find()
                                || named.matcher(field.node().path("validate").toString())
                                        .find());
    }

    public static FormSchema read(JsonNode form) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Map<String, RowList> lists = new LinkedHashMap<>();
        Set<String> computed = new java.util.LinkedHashSet<>();
        collect(form.path("components"), fields, lists, computed);
        return new FormSchema(form.path("id").asText(), fields, lists, computed);
    }

    private static void collect(
            JsonNode components, Map<String, Field> fields, Map<String, RowList> lists, Set<String> computed) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            String label = component.path("label").asText("");
            if (type.equals("dynamiclist")) {
                Map<String, Field> columns = new LinkedHashMap<>();
                collect(component.path("components"), columns, new LinkedHashMap<>(), computed);
                String path = component.path("path").asText();
                boolean open = component.path("allowAddRemove").asBoolean(false);
                lists.put(path, new RowList(path, label, open, columns, component));
            } else if (type.equals("group")) {
                collect(component.path("components"), fields, lists, computed);
            } else if (type.equals("expression")) {
                computed.add(component.path("key").asText());
            } else if (!WITHOUT_VALUE.contains(type)) {
                String key = component.path("key").asText();
                fields.put(key, Field.read(key, type, label, component));
            }
        }
    }

    /** Values that a select or radio offers by itself; empty where they come with the data. */
    static List<String> staticOptions(Field field) {
        List<String> options = new ArrayList<>();
        field.node()
                .path("values")
                .forEach(option -> options.add(option.path("value").asText()));
        return options;
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }
}
