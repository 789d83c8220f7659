package nepsong.commendation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the award was handed over and made known.
 *
 * @param channels codes of where it was made known
 * @param reached  how many people it reached; null where nobody counted
 */
public record AwardPublication(
        String nomination,
        LocalDate awardedOn,
        HandoverWay handover,
        String place,
        String article,
        @Nullable String articleLink,
        List<String> channels,
        boolean photoPublished,
        @Nullable Integer reached) {

    public AwardPublication {
        channels = List.copyOf(channels);
    }
}
