package nepsong.selfassessment;

import java.util.List;

/** What the secretary said to the criteria that a unit left out, where these are more than pass by themselves. */
public interface NaDecisions {

    /** The newest of each criterion, ordered by criterion. */
    List<NaDecision> of(String cycle, String unit);

    /** In place of what was said before. */
    void write(String cycle, String unit, String user, List<NaDecision> decisions);
}
