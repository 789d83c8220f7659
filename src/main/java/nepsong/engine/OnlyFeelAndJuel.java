package nepsong.engine;

import java.util.Locale;
import java.util.Set;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.jspecify.annotations.Nullable;

/** Decision tables speak FEEL and expressions JUEL; whatever else may come to lie on the classpath is not run. */
final class OnlyFeelAndJuel extends DefaultScriptEngineResolver {

    private static final Set<String> LANGUAGES = Set.of("feel", "juel");

    OnlyFeelAndJuel(ScriptEngineManager engines) {
        super(engines);
    }

    @Override
    protected @Nullable ScriptEngine getScriptEngine(String language) {
        return LANGUAGES.contains(language.toLowerCase(Locale.ROOT)) ? super.getScriptEngine(language) : null;
    }
}
