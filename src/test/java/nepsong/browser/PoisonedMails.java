package nepsong.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nepsong.notification.MailState;
import nepsong.notification.MailTemplates;
import nepsong.notification.QueuedMail;

/** Every mail, with the payloads for every fact that its template names. */
public final class PoisonedMails {

    private static final Pattern FACT = Pattern.compile("\\$\\{\\s*(\\w+)");
    private static final Pattern LIST = Pattern.compile("th:each=\"(\\w+)\\s*:\\s*\\$\\{(\\w+)(?:\\['(\\w+)'])?}");

    private final ScriptPayloads payloads;
    private final MailTemplates templates;

    PoisonedMails(MailTemplates templates) {
        this(templates, new ScriptPayloads());
    }

    private PoisonedMails(MailTemplates templates, ScriptPayloads payloads) {
        this.templates = templates;
        this.payloads = payloads;
    }

    public static PoisonedMails with(List<String> texts, MailTemplates templates) {
        return new PoisonedMails(templates, ScriptPayloads.of(texts));
    }

    public Set<String> names() {
        return templates.names();
    }

    public String html(String template) {
        String source = read(Path.of("src/main/resources/mail", template + ".html"));
        Map<String, Object> facts = new HashMap<>();
        Matcher fact = FACT.matcher(source);
        while (fact.find()) {
            facts.put(fact.group(1), payloads.together());
        }
        Matcher list = LIST.matcher(source);
        while (list.find()) {
            if (list.group(3) == null) {
                facts.put(list.group(2), rows(source, list.group(1)));
            }
        }
        facts.put("link", "/camunda/app/tasklist/default/#/?task=\"><script>ran('link')</script>");
        OffsetDateTime now = OffsetDateTime.now();
        return templates.html(new QueuedMail(
                1,
                "key",
                "person",
                payloads.together(),
                "somebody@nepsong.example",
                template,
                payloads.together(),
                facts,
                MailState.PENDING,
                0,
                0,
                now,
                now,
                null,
                now,
                null,
                null));
    }

    private List<?> rows(String source, String item) {
        Matcher property = Pattern.compile(item + "(?:\\['|\\.)(\\w+)").matcher(source);
        Map<String, Object> row = new HashMap<>();
        while (property.find()) {
            row.put(property.group(1), payloads.together());
        }
        Matcher inner = LIST.matcher(source);
        while (inner.find()) {
            if (item.equals(inner.group(2)) && inner.group(3) != null) {
                row.put(inner.group(3), rows(source, inner.group(1)));
            }
        }
        return row.isEmpty() ? payloads.turned() : List.of(row);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
