package nepsong.language.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.language.Translations;
import nepsong.language.Translator;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICDATASection;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IComment;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEnd;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.model.IText;
import org.unbescape.html.HtmlEscape;

/**
 * The last that sees a page before it goes out: texts and the attributes that a person reads are translated. What stands in
 * one row without a tag between is one sentence, and what the page put into it are its places. Thymeleaf makes one for each
 * page; for a Vietnamese one it hands everything on.
 */
public final class TranslatedPage extends AbstractTemplateHandler {

    private static final Set<String> READ =
            Set.of("title", "placeholder", "aria-label", "aria-description", "alt", "label", "data-label");
    private static final String SCRIPTS = "/js/";

    private @Nullable Translator translator;
    private String language = "";
    private String page = Translations.EVERYWHERE;
    private final List<IText> sentence = new ArrayList<>();
    /** How deep we are in what {@code translate="no"} keeps as it is, e.g. what a letter says. */
    private int kept;

    @Override
    public void setContext(ITemplateContext context) {
        super.setContext(context);
        if (context.getExpressionObjects().getObject(LanguageDialect.LANGUAGE) instanceof PageLanguage spoken) {
            translator = spoken.translator();
            language = spoken.getCode();
        }
        page = context.getTemplateData().getTemplate();
    }

    @Override
    public void handleText(IText text) {
        if (translator == null || kept > 0) {
            super.handleText(text);
        } else {
            here(text);
            sentence.add(text);
        }
    }

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        say();
        if (kept > 0 || "no".equals(tag.getAttributeValue("translate"))) {
            kept++;
        }
        here(tag);
        super.handleOpenElement(translated(tag));
    }

    @Override
    public void handleStandaloneElement(IStandaloneElementTag tag) {
        say();
        here(tag);
        super.handleStandaloneElement(translated(tag));
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        say();
        here(tag);
        kept = Math.max(0, kept - 1);
        super.handleCloseElement(tag);
    }

    @Override
    public void handleComment(IComment comment) {
        say();
        super.handleComment(comment);
    }

    @Override
    public void handleCDATASection(ICDATASection section) {
        say();
        super.handleCDATASection(section);
    }

    @Override
    public void handleTemplateEnd(ITemplateEnd end) {
        say();
        super.handleTemplateEnd(end);
    }

    /** Fragments of other templates have their own words. */
    private void here(ITemplateEvent event) {
        if (event.hasLocation()) {
            page = event.getTemplateName();
        }
    }

    /** The longest part of the row that is known as a sentence first, and so on with the rest. */
    private void say() {
        Translator spoken = translator;
        if (spoken == null || sentence.isEmpty()) {
            return;
        }
        List<Piece> pieces = sentence.stream().map(Piece::of).toList();
        sentence.clear();
        int from = 0;
        while (from < pieces.size()) {
            int to = pieces.size();
            Optional<String> said = Optional.empty();
            while (to > from + 1 && (said = sentence(spoken, pieces.subList(from, to))).isEmpty()) {
                to--;
            }
            String text = pieces.get(from).text();
            write(said.orElseGet(() -> spaced(text, spoken.text(page, text))));
            from = Math.max(to, from + 1);
        }
    }

    private Optional<String> sentence(Translator spoken, List<Piece> pieces) {
        if (pieces.stream().noneMatch(piece -> piece.own() && !piece.text().isBlank())) {
            return Optional.empty();
        }
        String pattern =
                pieces.stream().map(piece -> piece.own() ? piece.text() : "{}").collect(Collectors.joining());
        List<String> values =
                pieces.stream().filter(piece -> !piece.own()).map(Piece::text).toList();
        return spoken.phrase(page, pattern.replaceAll("\\s+", " ").strip(), values)
                .map(said -> spaced(pattern, said));
    }

    /** With the space that stood around the original. */
    private static String spaced(String original, String text) {
        if (original.isBlank()) {
            return original;
        }
        String lead = original.substring(0, original.indexOf(original.stripLeading()));
        String trail = original.substring(original.stripTrailing().length());
        return lead + text.strip() + trail;
    }

    private void write(String text) {
        super.handleText(getContext().getModelFactory().createText(HtmlEscape.escapeHtml4Xml(text)));
    }

    private <T extends IProcessableElementTag> T translated(T tag) {
        Translator spoken = translator;
        if (spoken == null || kept > 0) {
            return tag;
        }
        T changed = tag;
        for (var attribute : tag.getAllAttributes()) {
            String name = attribute.getAttributeCompleteName();
            String value = attribute.getValue();
            if (value == null || value.isEmpty()) {
                continue;
            }
            if (READ.contains(name)) {
                String plain = HtmlEscape.unescapeHtml(value);
                changed = with(changed, name, value, HtmlEscape.escapeHtml4Xml(spoken.text(page, plain)));
            } else if (name.equals("lang") && tag.getElementCompleteName().equals("html")) {
                changed = with(changed, name, value, language);
            } else if (name.equals("src") && tag.getElementCompleteName().equals("script") && isOurs(value)) {
                changed = with(changed, name, value, value + "?" + LanguageDialect.LANGUAGE + "=" + language);
            }
        }
        return changed;
    }

    private static boolean isOurs(String script) {
        return script.contains(SCRIPTS) && !script.contains("/webjars/") && !script.contains("?");
    }

    private <T extends IProcessableElementTag> T with(T tag, String name, String before, String after) {
        return after.equals(before) ? tag : getContext().getModelFactory().setAttribute(tag, name, after);
    }

    /** @param own whether the template itself says it; otherwise the page put it in */
    private record Piece(String text, boolean own) {

        static Piece of(IText text) {
            return new Piece(HtmlEscape.unescapeHtml(text.getText()), text.hasLocation());
        }
    }
}
