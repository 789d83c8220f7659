package nepsong.commendation;

import java.time.LocalDate;
import nepsong.evaluation.Grade;
import org.jspecify.annotations.Nullable;

/** The conditions and majorities of awards, which officials keep in decision tables. */
public interface AwardTables {

    /**
     * @param grade of a unit in its cycle; null outside a cycle and for persons
     * @param rank  in its bloc; null as the grade is
     */
    record Case(
            SubjectType subject,
            AwardForm form,
            FoundFacts facts,
            @Nullable Grade grade,
            @Nullable Integer rank,
            boolean deedDated,
            boolean confirmedByUnit) {}

    /** @param reason a Vietnamese sentence */
    record Answer(Eligibility eligibility, String reason) {}

    /** @param requiredPercent of all members */
    record Majority(boolean passed, int requiredPercent, String reason) {}

    Answer eligibility(Case nomination);

    /**
     * @param voted   who voted, in favour or against
     * @param members all, the absent and the abstaining included
     */
    Majority majority(AwardForm form, int inFavour, int voted, int members);

    /** @param day of the decision */
    Prize prize(SubjectType subject, AwardForm form, LocalDate day);
}
