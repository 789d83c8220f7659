package nepsong.selfassessment;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What counts of the scorecards, without all that was said about it. */
public interface CountedAnswers {

    /** The settled answers of every unit of the cycle, each in the order of the checklist. */
    Map<String, List<Answer>> settled(String cycle);

    /**
     * What the inspectors of these units answered, each in the order of the checklist; a unit that was not inspected is left
     * out.
     */
    Map<String, List<Answer>> cross(String cycle, Collection<String> units);
}
