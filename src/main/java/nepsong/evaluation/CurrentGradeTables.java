package nepsong.evaluation;

/** Where the decision tables are kept; officials may put a new version there at any time. */
public interface CurrentGradeTables {

    /** The newest version of each, to be used for one whole grading, so that all its units are graded alike. */
    GradeTables read();
}
