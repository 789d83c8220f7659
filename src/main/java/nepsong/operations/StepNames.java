package nepsong.operations;

import nepsong.language.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the models call what the engine knows by keys and ids, without whose it is. */
@Component
public class StepNames {

    private static final String UNKNOWN = "–";

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
        return Models.called(process, element).orElse(element);
    }
}
