package nepsong.language.web;

import java.util.Set;
import nepsong.language.Languages;
import nepsong.language.Translator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.expression.Numbers;
import org.thymeleaf.expression.Temporals;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Pages in the viewer's language, with templates that stay as they are: what a template has become is translated on its way
 * out, and dates and numbers are written as the language wants them. Nothing of this happens for a Vietnamese page.
 */
@Component
class LanguageDialect extends AbstractDialect implements IPostProcessorDialect, IExpressionObjectDialect {

    static final String LANGUAGE = "language";
    private static final String TEMPORALS = "temporals";
    private static final String NUMBERS = "numbers";
    private static final int LAST = 10_000;

    private final Languages languages;

    LanguageDialect(Languages languages) {
        super("language");
        this.languages = languages;
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return LAST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, TranslatedPage.class, LAST));
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of(LANGUAGE, TEMPORALS, NUMBERS);
            }

            @Override
            public @Nullable Object buildObject(IExpressionContext context, String name) {
                return build(context, name);
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }

    private @Nullable Object build(IExpressionContext context, String name) {
        Translator translator = languages.translator(context.getLocale()).orElse(null);
        return switch (name) {
            case LANGUAGE -> new PageLanguage(languages, translator, context);
            case TEMPORALS ->
                translator == null
                        ? new Temporals(context.getLocale())
                        : new WrittenDays(translator.translations(), context.getLocale());
            case NUMBERS ->
                translator == null ? new Numbers(context.getLocale()) : new WrittenNumbers(context.getLocale());
            default -> null;
        };
    }
}
