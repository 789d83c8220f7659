package nepsong.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of the engine that did not succeed.
 *
 * @param process     key of the process
 * @param activity    id of the step in it
 * @param businessKey what it was about; null where the engine does not say
 * @param retries     attempts that are left; none means that it waits for an administrator, as an incident
 * @param cause       message of the last failure
 * @param since       when it became an incident, or was to run next
 */
public record FailedJob(
        String id,
        String process,
        @Nullable String activity,
        @Nullable String businessKey,
        int retries,
        @Nullable String cause,
        @Nullable Instant since) {

    public boolean isIncident() {
        return retries == 0;
    }
}
