package nepsong.operations;

import java.util.Map;
import nepsong.language.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the models call what the engine knows by keys and ids, without whose it is. */
@Component
public class StepNames {

    private static final String UNKNOWN = "–";

    /** Read when an administrator first looks, since the start is the slower for it. */
    private static final class Drawn {
        static final Map<String, Map<String, String>> NAMES = Models.names();
    }

    /** The key itself where no model of ours has it. */
    public String process(@Nullable String key) {
        return name(key, key);
    }

    /** The id itself where the model gives it no name. */
    public String step(@Nullable String process, @Nullable String activity) {
        return name(process, activity);
    }

    private static String name(@Nullable String process, @Nullable String element) {
        if (process == null || element == null) {
            return UNKNOWN;
        }
        return Models.ofAll(Drawn.NAMES.getOrDefault(process, Map.of()).getOrDefault(element, element));
    }
}
