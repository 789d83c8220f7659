package nepsong.correction;

import nepsong.notification.Letter;
import nepsong.notification.Outbox;
import nepsong.notification.UnitPost;
import org.springframework.stereotype.Component;

/** Tells the unit, its head included, that a correction was not enough. */
@Component
class ReopeningMails {

    private final Outbox outbox;
    private final UnitPost post;

    ReopeningMails(Outbox outbox, UnitPost post) {
        this.outbox = outbox;
        this.post = post;
    }

    void post(Finding finding, String reason) {
        outbox.postAll(Letter.of("correction.reopened", finding.id())
                .again(finding.reopened())
                .with("cycle", finding.cycle())
                .with("code", finding.code())
                .with("reason", reason)
                .with("deadline", finding.dueOn())
                .with("link", "/units/" + finding.unit())
                .to(post.readers(finding.unit())));
    }
}
