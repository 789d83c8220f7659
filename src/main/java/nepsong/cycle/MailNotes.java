package nepsong.cycle;

import nepsong.notification.CycleNotes;

/** What the standing office has written into the mails of each cycle. */
public interface MailNotes extends CycleNotes {

    /** In place of what stood there; empty to have none. */
    void write(String cycle, String note);
}
