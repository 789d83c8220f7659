package nepsong.organisation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import org.springframework.stereotype.Component;

/**
 * Writes down who looks into the file of a unit that is not theirs. A page that is fetched again and again while
 * somebody reads it is one look.
 */
@Component
public class UnitFiles {

    private static final Duration ONE_LOOK = Duration.ofMinutes(10);
    private static final int REMEMBERED = 20_000;

    private record Look(String person, String cycle, String unit, String what) {}

    private final Map<Look, Instant> recent = new ConcurrentHashMap<>();
    private final AuditTrail trail;
    private final People people;
    private final Clock clock;

    UnitFiles(AuditTrail trail, People people, Clock clock) {
        this.trail = trail;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param person id of whoever looks; empty: the system, of which nothing is written
     * @param what   part of the file: {@code scorecard}, the key of a form, the id of a piece of evidence
     */
    public void looked(String person, String cycle, String unit, String what) {
        if (person.isEmpty() || unit.isEmpty() || !isNew(new Look(person, cycle, unit, what))) {
            return;
        }
        if (!Groups.areAt(unit, people.groupsOf(person))) {
            trail.record(AuditEvent.of("file.viewed").by(person).of(cycle, unit).about(what));
        }
    }

    /** @param what a table, page or form on which scores, grades or findings of many units stand */
    public void lookedAtMany(String person, String cycle, String what) {
        if (!person.isEmpty() && isNew(new Look(person, cycle, "", what))) {
            trail.record(AuditEvent.of("listing.read").by(person).in(cycle).about(what));
        }
    }

    private boolean isNew(Look look) {
        Instant now = clock.instant();
        if (recent.size() > REMEMBERED) {
            recent.values().removeIf(before -> isOver(before, now));
        }
        Instant before = recent.put(look, now);
        return before == null || isOver(before, now);
    }

    private static boolean isOver(Instant before, Instant now) {
        return now.isAfter(before.plus(ONE_LOOK));
    }
}
