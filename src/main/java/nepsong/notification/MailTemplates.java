package nepsong.notification;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The words of the mails: {@code mail/subjects.properties}, and a text and an HTML file per template. Templates come
 * from the class path alone, and a value is never read as an expression.
 */
@Component
public class MailTemplates {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    private static final int LONGEST_SUBJECT = 250;

    private final Properties subjects = new Properties();
    private final SpringTemplateEngine text = engine(TemplateMode.TEXT, ".txt");
    private final SpringTemplateEngine html = engine(TemplateMode.HTML, ".html");
    private final MailSettings settings;
    private final CycleNotes notes;

    MailTemplates(MailSettings settings, CycleNotes notes) {
        this.settings = settings;
        this.notes = notes;
        try (Reader file = new InputStreamReader(
                new ClassPathResource("mail/subjects.properties").getInputStream(), StandardCharsets.UTF_8)) {
            subjects.load(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public Set<String> names() {
        return new TreeSet<>(subjects.stringPropertyNames());
    }

    boolean exist(String template) {
        return subjects.containsKey(template);
    }

    /** One line. A fact that is missing leaves no trace of its placeholder. */
    String subject(String template, Map<String, Object> facts) {
        String pattern = subjects.getProperty(template);
        if (pattern == null) {
            throw new IllegalArgumentException("there is no mail " + template);
        }
        String filled = PLACEHOLDER
                .matcher(pattern)
                .replaceAll(name -> Matcher.quoteReplacement(
                        facts.getOrDefault(name.group(1), "").toString()));
        return Facts.line(filled.replace("[QTƯX ]", "[QTƯX]"), LONGEST_SUBJECT);
    }

    public String text(QueuedMail mail) {
        return text.process(mail.template(), context(mail)).strip().replaceAll("\n{3,}", "\n\n") + "\n";
    }

    public String html(QueuedMail mail) {
        return html.process(mail.template(), context(mail));
    }

    private Context context(QueuedMail mail) {
        Map<String, Object> facts = new HashMap<>(mail.facts());
        facts.replaceAll((name, value) -> absolute(name, value));
        facts.put("recipient", mail.name());
        facts.put("subject", mail.subject());
        facts.put("cycleNote", note(mail).lines().toList());
        return new Context(Locale.forLanguageTag("vi"), facts);
    }

    /** A mail about several cycles has none. */
    private String note(QueuedMail mail) {
        return notes.of(mail.facts().getOrDefault("cycle", "").toString());
    }

    /** Links are kept as paths of ours: the address in front of them is that of the day on which the mail goes out. */
    private Object absolute(String name, Object value) {
        if (name.equals("link")) {
            return settings.baseUrl() + value;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> inside = new HashMap<>();
            map.forEach((key, one) -> inside.put(key.toString(), absolute(key.toString(), one)));
            return inside;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> absolute("", one)).toList();
        }
        return value;
    }

    private static SpringTemplateEngine engine(TemplateMode mode, String suffix) {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("mail/");
        files.setSuffix(suffix);
        files.setForceSuffix(true);
        files.setTemplateMode(mode);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        return engine;
    }
}
