package nepsong.notification;

import java.util.Optional;

/** Makes the documents that go with mails. */
public interface MailPapers {

    /**
     * @param person id of whoever the mail is for
     * @return empty where there is no such document any more, and where it is not for this person
     */
    Optional<File> of(MailPaper paper, String person);

    /** @param name with the ending that says what it is */
    record File(String name, byte[] content) {}
}
