package nepsong.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What a decision is called on the form on which it is made. */
@Component
public class DecisionWords {

    private static final String DECISION = "decision";

    private final ObjectMapper json;
    private final SingletonSupplier<Map<String, Map<String, String>>> words = SingletonSupplier.of(this::read);

    DecisionWords(ObjectMapper json) {
        this.json = json;
    }

    /** @param form its id; empty where the form asks for no decision, or knows none of this value */
    public Optional<String> of(String form, String value) {
        return Optional.ofNullable(words.obtain().getOrDefault(form, Map.of()).get(value));
    }

    private Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> all = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:/forms/*.form")) {
                try (InputStream stream = file.getInputStream()) {
                    FormSchema form = FormSchema.read(json.readTree(stream));
                    FormSchema.Field decision = form.fields().get(DECISION);
                    if (decision != null) {
                        all.put(form.id(), labels(decision.node().path("values")));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    private static Map<String, String> labels(JsonNode options) {
        Map<String, String> labels = new HashMap<>();
        options.forEach(option ->
                labels.put(option.path("value").asText(), option.path("label").asText()));
        return labels;
    }
}
