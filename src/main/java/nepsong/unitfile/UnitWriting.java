package nepsong.unitfile;

import nepsong.crossinspection.Inspections;
import nepsong.crossinspection.ReadVisit;
import nepsong.selfassessment.Acknowledgement;
import nepsong.selfassessment.SelfAssessments;
import nepsong.unitfile.UnitFileReaders.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a unit wrote down when it took up the cycle, and what was written down of its visit. */
@Component
class UnitWriting {

    private final SelfAssessments selfAssessments;
    private final Inspections inspections;
    private final ReadVisit visits;

    UnitWriting(SelfAssessments selfAssessments, Inspections inspections, ReadVisit visits) {
        this.selfAssessments = selfAssessments;
        this.inspections = inspections;
        this.visits = visits;
    }

    /** Telephones stand in it: null for those who may not open the unit's files, too. */
    @Nullable
    Acknowledgement acknowledgement(String cycle, String unit, Reader reader) {
        return reader.files() ? selfAssessments.acknowledgement(cycle, unit).orElse(null) : null;
    }

    boolean visit(String cycle, String unit, String person) {
        return visits.read(cycle, unit, person).isPresent();
    }

    boolean minutes(String cycle, String unit) {
        return inspections.minutes(cycle, unit).isPresent();
    }
}
