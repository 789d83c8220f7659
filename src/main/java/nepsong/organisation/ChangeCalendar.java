package nepsong.organisation;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator keeps the table of exceptions; the trail has every change with what was there before. */
@Component
public class ChangeCalendar {

    private final CalendarDays days;
    private final AuditTrail trail;
    private final OneAtATime turns;

    public ChangeCalendar(CalendarDays days, AuditTrail trail, OneAtATime turns) {
        this.turns = turns;
        this.days = days;
        this.trail = trail;
    }

    /** Replaces what was there for that day. */
    @Transactional
    public void save(CalendarDay day) {
        save(day, "");
    }

    /**
     * The same, where the table still says of that day what was seen.
     *
     * @param seen the mark of what the page showed
     * @return whether it was saved
     */
    @Transactional
    public boolean save(CalendarDay day, String seen) {
        turns.forAdministrators();
        CalendarDay before = days.find(day.day()).orElse(null);
        // A second click finds its own day.
        if (day.equals(before)) {
            return true;
        }
        if (Seen.isStale(seen, before)) {
            return false;
        }
        days.save(day);
        record(day.day(), before, day);
        return true;
    }

    /** Returns whether it was there as it was seen, and is removed. */
    @Transactional
    public boolean remove(LocalDate day, String seen) {
        turns.forAdministrators();
        CalendarDay before = days.find(day).orElse(null);
        boolean removed = !Seen.isStale(seen, before) && days.remove(day);
        if (removed) {
            record(day, before, null);
        }
        return removed;
    }

    /**
     * Switches an entry on or off.
     *
     * @param later also the entries of the same kind for the same day of later years
     * @return how many were switched; empty where it is not there as it was seen
     */
    @Transactional
    public OptionalInt turn(LocalDate day, boolean active, boolean later, String seen) {
        turns.forAdministrators();
        CalendarDay first = days.find(day).orElse(null);
        if (first == null || Seen.isStale(seen, first)) {
            return OptionalInt.empty();
        }
        List<CalendarDay> turned = (later ? withLaterYears(first) : List.of(first))
                .stream().filter(one -> one.active() != active).toList();
        turned.forEach(one -> save(new CalendarDay(one.day(), one.kind(), one.note(), active)));
        return OptionalInt.of(turned.size());
    }

    /** The entry, and those of the same kind for the same day of later years. */
    public List<CalendarDay> withLaterYears(CalendarDay first) {
        return days.all().values().stream()
                .filter(one -> one.kind() == first.kind()
                        && !one.day().isBefore(first.day())
                        && MonthDay.from(one.day()).equals(MonthDay.from(first.day())))
                .toList();
    }

    private void record(LocalDate day, @Nullable CalendarDay before, @Nullable CalendarDay after) {
        trail.record(AuditEvent.of("calendar.changed").about(day.toString()).changed(values(before), values(after)));
    }

    private static Map<String, ?> values(@Nullable CalendarDay day) {
        return day == null ? Map.of() : Map.of("kind", day.kind().name(), "note", day.note(), "active", day.active());
    }
}
