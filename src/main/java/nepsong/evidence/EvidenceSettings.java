package nepsong.evidence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where files are kept, and who looks at them for viruses.
 *
 * @param store     where contents are kept
 * @param folder    for {@link Store#FOLDER}
 * @param clamdHost empty where no clamd is asked
 */
@Validated
@ConfigurationProperties("nepsong.evidence")
public record EvidenceSettings(
        @DefaultValue("database") Store store,
        @DefaultValue("./data/evidence") Path folder,
        @DefaultValue("") String clamdHost,
        @DefaultValue("3310") @Min(1) @Max(65_535) int clamdPort) {

    /** The two stores. */
    public enum Store {
        DATABASE,
        FOLDER
    }
}
