package nepsong.notification;

import java.util.Collection;
import java.util.Map;

/** How people want to get their mail. */
public interface MailChoices {

    /** A way for every kind, chosen or the kind's own. */
    Map<MailKind, MailWay> of(String person);

    /** Only what was chosen, by person. */
    Map<String, Map<MailKind, MailWay>> chosenBy(Collection<String> persons);

    void save(String person, Map<MailKind, MailWay> ways);
}
