package nepsong.language;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The words of our forms, by form and by component's id and property. */
final class Forms {

    private Forms() {}

    static Map<String, Map<String, String>> words() {
        Map<String, Map<String, String>> forms = new LinkedHashMap<>();
        ObjectMapper json = new ObjectMapper();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:/forms/*.form")) {
                try (InputStream stream = file.getInputStream()) {
                    ObjectNode form = (ObjectNode) json.readTree(stream);
                    Map<String, String> words = new LinkedHashMap<>();
                    FormWords.of(form).forEach((where, word) -> words.put(where, word.text()));
                    forms.put(form.path("id").asText(), words);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return forms;
    }
}
