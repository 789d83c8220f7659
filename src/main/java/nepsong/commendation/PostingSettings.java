package nepsong.commendation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import nepsong.organisation.DemonstrationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long a nomination is posted.
 *
 * @param days working days; five where nothing is set, and none in the demonstration, so that it can be played to its end
 *             within a day
 */
@Validated
@ConfigurationProperties("nepsong.posting")
record PostingSettings(@Nullable @Min(0) @Max(60) Integer days) {

    private static final int USUAL = 5;

    int workingDays(DemonstrationSettings demonstration) {
        return days != null ? days : demonstration.demo() ? 0 : USUAL;
    }
}
