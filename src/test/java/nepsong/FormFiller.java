package nepsong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Fills a Camunda Form as a program does that knows nothing of the domain: what is required and empty gets some valid
 * value, a choice gets its first option, everything else stays as the form opened.
 */
public final class FormFiller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String WORDS = "Nội dung do chương trình điền theo đúng yêu cầu của biểu mẫu. ";

    private static final int LONG = 20_000;

    private final Random random;
    /** What a score may lack of the most that there is: a third of it, or nothing. */
    private final int share;
    /** The lists that get a row more than they are shown with. */
    private final Set<String> lists;
    /** Whether texts are as long as they may be, typed with letters and their marks apart. */
    private final boolean wordy;

    public FormFiller(long seed) {
        this(seed, 3, Set.of(), false);
    }

    private FormFiller(long seed, int share, Set<String> lists, boolean wordy) {
        this.random = new Random(seed);
        this.share = share;
        this.lists = lists;
        this.wordy = wordy;
    }

    /** Gives full marks wherever a score is asked for. */
    public static FormFiller ofTheBest() {
        return new FormFiller(0, Integer.MAX_VALUE, Set.of(), false);
    }

    /** Adds a row of its own to each of these lists. */
    public static FormFiller addingTo(long seed, String... lists) {
        return new FormFiller(seed, 3, Set.of(lists), false);
    }

    /** Writes every long text anew and to its last character, with letters and their marks apart. */
    public static FormFiller wordy(long seed) {
        return new FormFiller(seed, 3, Set.of(), true);
    }

    /** @return what to submit, in the shape of the web API: {@code {"variables": {key: {"value": …, "type": …}}}} */
    public Map<String, Object> fill(JsonNode form, JsonNode variables) {
        Map<String, JsonNode> opened = new LinkedHashMap<>();
        variables.fields().forEachRemaining(entry -> opened.put(entry.getKey(), value(entry.getValue())));
        Map<String, Object> typed = new LinkedHashMap<>();
        values(form, opened).forEach((key, value) -> {
            boolean json = value instanceof List || value instanceof Map;
            Map<String, Object> variable = new LinkedHashMap<>();
            variable.put("value", json ? JSON.valueToTree(value).toString() : value);
            if (json) {
                variable.put("type", "Json");
            }
            typed.put(key, variable);
        });
        return Map.of("variables", typed);
    }

    /**
     * @param opened what the form shows
     * @return plain values by key, rows as lists of maps
     */
    public Map<String, Object> values(JsonNode form, Map<String, JsonNode> opened) {
        return values(form.path("components"), opened, opened);
    }

    private Map<String, Object> values(
            JsonNode components, Map<String, JsonNode> opened, Map<String, JsonNode> options) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (type.equals("group")) {
                values.putAll(values(component.path("components"), opened, options));
            } else if (type.equals("dynamiclist")) {
                String path = component.path("path").asText();
                values.put(path, rows(component, opened.get(path), options));
            } else if (component.has("key") && !type.equals("expression")) {
                String key = component.path("key").asText();
                JsonNode before = opened.get(key);
                Object value = before == null || before.isNull() ? null : JSON.convertValue(before, Object.class);
                boolean empty = value == null || value.equals("") || value.equals(List.of()) || value.equals(false);
                boolean required = component.path("validate").path("required").asBoolean();
                boolean wanted = required && empty || wordy && isFree(component);
                values.put(key, wanted ? invent(component, opened, options) : value);
            }
        }
        return values;
    }

    /** A long text that is always shown and may always be written. */
    private static boolean isFree(JsonNode component) {
        return component.path("type").asText().equals("textarea")
                && !component.has("conditional")
                && !component.path("readonly").asBoolean()
                && !component.path("disabled").asBoolean();
    }

    private List<Object> rows(JsonNode list, JsonNode shown, Map<String, JsonNode> options) {
        List<Object> rows = new ArrayList<>();
        if (shown != null) {
            for (JsonNode row : shown) {
                Map<String, JsonNode> opened = new LinkedHashMap<>();
                row.fields().forEachRemaining(entry -> opened.put(entry.getKey(), entry.getValue()));
                rows.add(values(list.path("components"), opened, options));
            }
        }
        if (lists.contains(list.path("path").asText())) {
            rows.add(values(list.path("components"), Map.of(), options));
        }
        return rows;
    }

    private Object invent(JsonNode component, Map<String, JsonNode> row, Map<String, JsonNode> options) {
        JsonNode validate = component.path("validate");
        return switch (component.path("type").asText()) {
            case "checkbox" -> true;
            case "number" -> number(component, validate, row);
            case "datetime" ->
                component.path("subtype").asText("date").equals("date")
                        ? LocalDate.now(HANOI).toString()
                        : LocalDateTime.now(HANOI)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString();
            case "radio", "select" -> firstOption(component, options);
            case "taglist", "checklist" -> List.of(firstOption(component, options));
            default -> text(validate);
        };
    }

    private Object number(JsonNode component, JsonNode validate, Map<String, JsonNode> row) {
        double min = validate.path("min").asDouble(0);
        String limit = validate.path("max").asText("");
        if (limit.equals("=this.max")) {
            int quarters = (int) Math.round(row.get("max").asDouble() * 4);
            // Most of what staff are given is good: real scores live between three quarters and the whole.
            return (quarters - random.nextInt(quarters / share + 1)) / 4.0;
        }
        return component.path("decimalDigits").asInt(0) == 0 ? (Object) (long) Math.ceil(min) : (Object) min;
    }

    private String text(JsonNode validate) {
        if (wordy && validate.path("maxLength").asInt(0) >= LONG) {
            String text = WORDS.repeat(LONG / WORDS.length() + 1).substring(0, LONG - 1) + "ộ";
            return Normalizer.normalize(text, Normalizer.Form.NFD);
        }
        int least = Math.max(validate.path("minLength").asInt(0), 12);
        String text = WORDS.repeat(least / WORDS.length() + 1);
        int most = validate.path("maxLength").asInt(text.length());
        return text.substring(0, Math.min(Math.max(least, Math.min(text.length(), most)), most))
                .strip();
    }

    private static String firstOption(JsonNode component, Map<String, JsonNode> options) {
        String key = component.path("valuesKey").asText("");
        JsonNode offered = key.isEmpty() ? component.path("values") : options.get(key);
        if (offered == null || offered.isEmpty()) {
            throw new AssertionError(
                    "nothing to choose from in " + component.path("key").asText());
        }
        JsonNode first = offered.path(0);
        return first.isTextual() ? first.asText() : first.path("value").asText();
    }

    private static JsonNode value(JsonNode variable) {
        try {
            JsonNode value = variable.path("value");
            return variable.path("type").asText().equals("Json") ? JSON.readTree(value.asText()) : value;
        } catch (java.io.IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
