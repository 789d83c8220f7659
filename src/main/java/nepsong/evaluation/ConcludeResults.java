package nepsong.evaluation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The last appeal is decided: grades and ranks are computed once more and stand. */
@Component
public class ConcludeResults {

    private final GradeUnits grading;
    private final Publications publications;

    ConcludeResults(GradeUnits grading, Publications publications) {
        this.grading = grading;
        this.publications = publications;
    }

    @Transactional
    public void conclude(String cycle) {
        grading.grade(cycle);
        publications.conclude(cycle);
    }
}
