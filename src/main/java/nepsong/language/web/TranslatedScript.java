package nepsong.language.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nepsong.language.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** A script whose address says {@code ?language=…} comes with its literals in that language. */
final class TranslatedScript implements ResourceTransformer {

    private static final Pattern LITERAL = Pattern.compile("'((?:[^'\\\\\\n]|\\\\.)*)'");

    private final Languages languages;

    TranslatedScript(Languages languages) {
        this.languages = languages;
    }

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource script = chain.transform(request, resource);
        Optional<Map<String, String>> literals = Optional.ofNullable(request.getParameter(LanguageDialect.LANGUAGE))
                .flatMap(code -> languages.translator(Locale.forLanguageTag(code)))
                .map(translator -> translator.translations().scripts());
        if (literals.isEmpty()) {
            return script;
        }
        String words = LITERAL.matcher(script.getContentAsString(StandardCharsets.UTF_8))
                .replaceAll(literal ->
                        Matcher.quoteReplacement(said(literals.get().get(literal.group(1)), literal.group())));
        return new TransformedResource(script, words.getBytes(StandardCharsets.UTF_8));
    }

    /** An apostrophe of the translation does not end it. */
    private static String said(@Nullable String translated, String original) {
        return translated == null ? original : "'" + translated.replace("'", "\\'") + "'";
    }
}
