package nepsong;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.commendation.Nominations;
import nepsong.commendation.Subject;
import nepsong.evaluation.Grade;
import nepsong.notification.MailTemplates;
import nepsong.notification.QueuedMail;
import nepsong.notification.QueuedMails;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads every mail as its receiver would: none may give away a score, a grade or anything about a person. */
@TestComponent
public class DiscreetMails {

    private static final Map<String, Pattern> FORBIDDEN = new TreeMap<>(Map.of(
            "a score", Pattern.compile("(?iu)\\d+([.,]\\d+)? điểm|(?<!địa |thời )điểm( số)?[: ]+\\d"),
            "a rank", Pattern.compile("(?iu)(xếp|đứng|hạng) (thứ|hạng)? ?\\d"),
            "a telephone number", Pattern.compile("(?<![\\d/.-])(\\+84|0)\\d{8,10}(?!\\d)"),
            "an address", Pattern.compile("[\\w.-]+@[\\w.-]+"),
            "a birthday", Pattern.compile("(?iu)sinh (năm|ngày)")));

    /** What the configuration of a cycle is about. */
    private static final String NOBODYS_GRADE = "hạn mức loại Xuất sắc";

    private final QueuedMails mails;
    private final MailTemplates templates;
    private final Nominations nominations;
    private final JdbcClient jdbc;

    DiscreetMails(QueuedMails mails, MailTemplates templates, Nominations nominations, JdbcClient jdbc) {
        this.mails = mails;
        this.templates = templates;
        this.nominations = nominations;
        this.jdbc = jdbc;
    }

    /** Which templates there were mails of. */
    public Set<String> read() {
        return all().stream().map(QueuedMail::template).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whatever should not be in a subject or body, one line for each. */
    public List<String> indiscretions() {
        List<String> found = new ArrayList<>();
        Map<String, Pattern> secrets = new TreeMap<>(FORBIDDEN);
        Stream.of(Grade.values()).forEach(grade -> secrets.put("the grade " + grade, word(grade.title())));
        nominations.of(null).forEach(nomination -> {
            Subject subject = nomination.subject();
            secrets.put("the deeds of " + subject, word(nomination.achievement().text()));
            // A unit is named as the one whose task it is.
            if (!subject.isCollective()) {
                secrets.put("the name of " + subject, word(subject.name()));
                secrets.put("the address of " + subject, word(subject.address()));
            }
        });
        numbers().forEach(secret -> secrets.put("the number " + secret, word(secret)));
        for (QueuedMail mail : all()) {
            String body = (mail.subject() + "\n" + templates.text(mail) + "\n" + templates.html(mail))
                    .replace(NOBODYS_GRADE, "");
            secrets.forEach((what, pattern) -> {
                if (pattern.matcher(body).find()) {
                    found.add(mail.template() + " to " + mail.person() + " tells " + what + ":\n" + body);
                }
            });
        }
        return found;
    }

    private List<QueuedMail> all() {
        return mails.search(null, null, 0, 100_000);
    }

    /** Telephones, and results with a fraction, which stand for nothing else. */
    private List<String> numbers() {
        return jdbc.sql(
                        """
                        select phone from people where phone <> ''
                        union select contact_phone from self_assessments where contact_phone <> ''
                        union select replace(cast(final_score as varchar), '.', ',') from results
                              where final_score <> round(final_score, 0)
                        """)
                .query(String.class)
                .list();
    }

    private static Pattern word(String secret) {
        return Pattern.compile("(?<!\\p{L})" + Pattern.quote(Objects.requireNonNull(secret)) + "(?!\\p{L})");
    }
}
