package nepsong.selfassessment;

import java.util.List;

/** The times a scorecard went back to its coordinator, and what was missing. */
public interface Returns {

    /** The newest first. */
    List<Returned> of(String cycle, String unit);

    /** What the secretary asked to supplement, in the secretary's order. */
    List<Missing> missing(String cycle, String unit);

    /** Codes of the criteria that the supplement may touch, each once. */
    default List<String> criteriaToSupplement(String cycle, String unit) {
        return missing(cycle, unit).stream().map(Missing::criterion).distinct().toList();
    }

    /** The days for the supplement are over: what was approved is checked as it stands. */
    void closeSupplement(String cycle, String unit);

    /** @param user id of the person who gave it back, or empty when the system acted */
    void add(String cycle, String unit, String user, Returned returned, List<Missing> missing);

    /** A scorecard that went back. */
    record Returned(Kind kind, String reason) {

        /** Who gave it back: the head before the submission, the secretary once after it. */
        public enum Kind {
            RETURN,
            SUPPLEMENT
        }
    }

    /** What is missing under one criterion. */
    record Missing(String criterion, String what) {}
}
