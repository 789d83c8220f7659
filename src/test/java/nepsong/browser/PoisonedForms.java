package nepsong.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All forms of a process as one, everything visible, and for every text that they show the payloads: what Tasklist would
 * draw if every field of every person had been typed by somebody who means harm.
 */
final class PoisonedForms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAMED = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Pattern OF_A_ROW = Pattern.compile("(\\w+)\\[i\\[1]]\\.(\\w+)");
    private static final Set<String> TEXTS = Set.of("textfield", "textarea", "expression");
    private static final int ROWS = 2;

    /** @param form what {@code deployed-form} answers; variables what {@code form-variables} answers */
    record Poisoned(String process, int texts, String form, String variables) {}

    private final ScriptPayloads payloads;

    PoisonedForms(ScriptPayloads payloads) {
        this.payloads = payloads;
    }

    List<Poisoned> all() {
        Map<String, List<Path>> processes = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            files.sorted().forEach(file -> processes
                    .computeIfAbsent(file.getFileName().toString().split("\\.")[0], any -> new ArrayList<>())
                    .add(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return processes.entrySet().stream()
                .map(entry -> poisoned(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Poisoned poisoned(String process, List<Path> files) {
        ArrayNode components = JSON.createArrayNode();
        ObjectNode data = JSON.createObjectNode();
        Set<String> claimed = new HashSet<>();
        for (Path file : files) {
            JsonNode form = read(file);
            rowsOf(form.toString(), data);
            String prefix = file.getFileName().toString().replaceAll("\\W", "_");
            for (JsonNode component : form.path("components")) {
                // The button comes once, at the end; of two fields of one name the first is drawn.
                if (!component.path("type").asText().equals("button") && take(component, data, data, prefix, claimed)) {
                    components.add(component);
                }
            }
        }
        components
                .addObject()
                .put("id", "send")
                .put("type", "button")
                .put("label", "Gửi")
                .put("action", "submit");
        ObjectNode whole = read(files.get(0)).deepCopy();
        whole.put("id", process).set("components", components);
        ObjectNode variables = JSON.createObjectNode();
        data.fields().forEachRemaining(entry -> {
            ObjectNode variable = variables.putObject(entry.getKey());
            boolean text = entry.getValue().isTextual();
            variable.put("type", text ? "String" : "Json");
            variable.put(
                    "value", text ? entry.getValue().asText() : entry.getValue().toString());
            variable.putObject("valueInfo");
        });
        return new Poisoned(process, data.size(), whole.toString(), variables.toString());
    }

    /** @return false where its key is claimed by another form of the process already */
    private boolean take(JsonNode node, ObjectNode data, ObjectNode root, String prefix, Set<String> claimed) {
        ObjectNode component = (ObjectNode) node;
        String type = component.path("type").asText();
        String key = component.path(type.equals("dynamiclist") ? "path" : "key").asText("");
        if (!key.isEmpty() && data == root && !claimed.add(key)) {
            return false;
        }
        show(component, prefix);
        Matcher named = NAMED.matcher(component.path("text").asText());
        while (named.find()) {
            put(root, named.group(1));
        }
        String source = component.path("dataSource").asText("").replaceAll("^=\\s*", "");
        if (source.matches("\\w+")) {
            ArrayNode rows = root.putArray(source);
            component.put("rowCount", ScriptPayloads.all().size());
            for (String payload : payloads.turned()) {
                ObjectNode row = rows.addObject();
                component
                        .path("columns")
                        .forEach(column -> row.put(column.path("key").asText(), payload));
            }
        }
        if (component.has("valuesKey")) {
            ArrayNode options = root.putArray(component.path("valuesKey").asText());
            for (String payload : payloads.turned()) {
                options.addObject().put("label", payload).put("value", "v" + options.size());
            }
        } else if (TEXTS.contains(type)) {
            put(data, key);
        } else if (type.equals("dynamiclist")) {
            ArrayNode rows = root.withArray(key);
            while (rows.size() < ROWS) {
                rows.addObject();
            }
            component.put("defaultRepetitions", ROWS);
            for (JsonNode row : rows) {
                component
                        .path("components")
                        .forEach(child -> take(child.deepCopy(), (ObjectNode) row, root, "", claimed));
            }
            component.path("components").forEach(child -> show((ObjectNode) child, prefix));
        } else if (component.has("components")) {
            ArrayNode kept = JSON.createArrayNode();
            for (JsonNode child : component.path("components")) {
                if (take(child, data, root, prefix, claimed)) {
                    kept.add(child);
                }
            }
            component.set("components", kept);
        }
        return true;
    }

    /** Always, and under an id that no other form has. */
    private static void show(ObjectNode component, String prefix) {
        component.put("id", prefix + component.path("id").asText());
        component.remove("conditional");
    }

    private void rowsOf(String form, ObjectNode data) {
        Matcher named = OF_A_ROW.matcher(form);
        while (named.find()) {
            ArrayNode rows = data.withArray(named.group(1));
            while (rows.size() < ROWS) {
                rows.addObject();
            }
            rows.forEach(row -> put((ObjectNode) row, named.group(2)));
        }
    }

    private void put(ObjectNode data, String key) {
        if (!data.has(key)) {
            data.put(key, payloads.aHundred());
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
