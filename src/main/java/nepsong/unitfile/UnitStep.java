package nepsong.unitfile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the four stages that a unit goes through, and what has happened in it.
 *
 * @param current whether it is the first that is not over
 */
public record UnitStep(String title, State state, boolean current, List<Event> events) {

    public UnitStep {
        events = List.copyOf(events);
    }

    public enum State {
        WAITING("○", "Chưa đến"),
        RUNNING("◐", "Đang làm"),
        LATE("▲", "Quá hạn"),
        DONE("✓", "Xong"),
        STOPPED("■", "Không thực hiện");

        private final String sign;
        private final String title;

        State(String sign, String title) {
            this.sign = sign;
            this.title = title;
        }

        public String sign() {
            return sign;
        }

        public String title() {
            return title;
        }

        /** For style sheets. */
        public String tone() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        boolean isOver() {
            return this == DONE || this == STOPPED;
        }
    }

    /** Something that happened. */
    public record Event(String what, Instant at) {}

    UnitStep asCurrent() {
        return new UnitStep(title, state, true, events);
    }

    static @Nullable Event event(String what, @Nullable Instant at) {
        return at == null ? null : new Event(what, at);
    }
}
