package nepsong.organisation;

import java.time.LocalDate;

/**
 * An exception from the computed calendar.
 *
 * @param note   why, in words
 * @param active an inactive one is kept for the record and changes nothing
 */
public record CalendarDay(LocalDate day, Kind kind, String note, boolean active) {

    public static final int LONGEST_NOTE = 255;

    /** A day off, or a rest day on which work is made up for. */
    public enum Kind {
        OFF,
        MAKEUP_WORK
    }

    public CalendarDay {
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note has %d characters at the most".formatted(LONGEST_NOTE));
        }
    }
}
