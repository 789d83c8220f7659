package nepsong.correction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second looks at what was corrected and closed. A user is the id of a person, or empty when the system acted. */
public interface SecondLooks {

    /** @param number of the report that was found good */
    void plan(String finding, int number, LocalDate firstDay);

    /**
     * Ids of the closed findings that somebody has to look at again and that nobody was asked to; those of a withdrawn
     * cycle are left alone.
     */
    List<String> due(LocalDate today);

    /** Somebody is asked to. */
    void begin(String finding, int number);

    /** @param lapse why the correction has not lasted; null where it has */
    void conclude(String finding, int number, String user, @Nullable String lapse);
}
