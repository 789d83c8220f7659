package nepsong.evaluation;

/** Where the decision tables are kept; officials may put a new version there at any time. */
public interface CycleGradeTables {

    /** Those that the cycle was configured with, to be used for one whole grading, so that all its units are graded alike. */
    GradeTables of(String cycle);
}
