package nepsong.commendation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import nepsong.organisation.DemonstrationSettings;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a nomination up for everybody to see, before anybody votes. */
@Component
class PostNomination {

    private final Postings postings;
    private final WorkingCalendar calendar;
    private final int workingDays;
    private final Clock clock;

    PostNomination(
            Postings postings,
            WorkingCalendar calendar,
            PostingSettings settings,
            DemonstrationSettings demonstration,
            Clock clock) {
        this.postings = postings;
        this.calendar = calendar;
        this.workingDays = settings.workingDays(demonstration);
        this.clock = clock;
    }

    @Transactional
    public void post(String nomination) {
        Instant now = clock.instant();
        Instant end = workingDays == 0 ? now : calendar.dueAt(calendar.plus(LocalDate.now(clock), workingDays));
        postings.add(new Posting(nomination, now, end));
    }
}
