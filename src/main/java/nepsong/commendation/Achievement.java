package nepsong.commendation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the award is for.
 *
 * @param deedOn the day of the good deed, where there was one
 */
public record Achievement(
        String text, LocalDate from, LocalDate to, @Nullable LocalDate deedOn, @Nullable String pressLink) {}
