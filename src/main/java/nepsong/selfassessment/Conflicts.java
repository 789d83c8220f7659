package nepsong.selfassessment;

import java.util.List;

/** What the units of a cycle declared about whom they should not be paired with. */
public interface Conflicts {

    /** By unit. */
    List<Conflict> of(String cycle);

    void declare(String cycle, List<Conflict> conflicts);
}
