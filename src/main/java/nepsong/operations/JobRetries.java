package nepsong.operations;

import java.time.Instant;
import java.util.List;

/** Who had a failed job tried again, and why. */
public interface JobRetries {

    /** @param job id of the job, and the words that describe it, since the engine forgets it once it has succeeded */
    record Retry(String job, String described, String reason, String person, Instant at) {}

    void add(Retry retry);

    /** Newest first. */
    List<Retry> newest(int atMost);
}
