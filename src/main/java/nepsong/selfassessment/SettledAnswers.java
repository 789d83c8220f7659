package nepsong.selfassessment;

import java.util.List;
import java.util.Map;

/** What counts of the scorecards, without all that was said about it. */
public interface SettledAnswers {

    /** Of every unit of the cycle, each in the order of the checklist. */
    Map<String, List<Answer>> of(String cycle);
}
