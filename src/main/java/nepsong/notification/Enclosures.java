package nepsong.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The files that go with a mail. */
@Component
public class Enclosures {

    static final String APPOINTMENT = "lich-hen.ics";

    private static final Logger LOG = LoggerFactory.getLogger(Enclosures.class);

    private final MailPapers papers;

    Enclosures(MailPapers papers) {
        this.papers = papers;
    }

    /** As they would go out now, by their names alone: the documents are their recipients' to read. */
    public List<String> names(QueuedMail mail) {
        return Stream.concat(
                        Stream.of(APPOINTMENT).filter(file -> mail.facts().get("appointment") != null),
                        paper(mail).map(MailPapers.File::name).stream())
                .toList();
    }

    /** Whatever is wrong with it, the mail goes out and does not speak of it: the page that it leads to has the document too. */
    Optional<MailPapers.File> paper(QueuedMail mail) {
        if (!(mail.facts().get("paper") instanceof Map<?, ?> facts)) {
            return Optional.empty();
        }
        try {
            MailPaper paper = MailPaper.of(facts);
            Optional<MailPapers.File> file = papers.of(paper, mail.person());
            if (file.isEmpty()) {
                LOG.warn(
                        "Mail {} goes without its {}: there is none, or none for its recipient",
                        mail.id(),
                        paper.kind());
            }
            return file;
        } catch (RuntimeException broken) {
            LOG.warn("Mail {} goes without its document, which cannot be made", mail.id(), broken);
            return Optional.empty();
        }
    }
}
