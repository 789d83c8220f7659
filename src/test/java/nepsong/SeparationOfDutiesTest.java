package nepsong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.when;

import java.lang.reflect.Constructor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import nepsong.commendation.AwardDecision;
import nepsong.commendation.Ballots;
import nepsong.commendation.CastVote;
import nepsong.commendation.DecideAward;
import nepsong.commendation.Nomination;
import nepsong.commendation.Nominations;
import nepsong.commendation.VoteChoice;
import nepsong.commendation.VoteWay;
import nepsong.correction.Finding;
import nepsong.correction.Findings;
import nepsong.correction.VerifierPolicy;
import nepsong.crossinspection.ApproveExplanation;
import nepsong.crossinspection.Inspection;
import nepsong.crossinspection.Inspections;
import nepsong.cycle.Refusal;
import nepsong.directive.DecidePlan;
import nepsong.directive.LastDraft;
import nepsong.directive.Plans;
import nepsong.evaluation.Adjustment;
import nepsong.evaluation.Appeal;
import nepsong.evaluation.Appeals;
import nepsong.evaluation.Appraisal;
import nepsong.evaluation.Appraisals;
import nepsong.evaluation.ConfirmAdjustments;
import nepsong.evaluation.DecideAppeal;
import nepsong.evaluation.Grade;
import nepsong.evaluation.PublishResults;
import nepsong.evaluation.Report;
import nepsong.evaluation.Reports;
import nepsong.organisation.People;
import nepsong.selfassessment.ApproveSelfAssessment;
import nepsong.selfassessment.SelfAssessment;
import nepsong.selfassessment.SelfAssessments;
import org.junit.jupiter.api.Test;

/**
 * People who may hold any role write, and then people who may hold any role approve, in any order: nobody ever approves
 * their own, whoever did not write is let, and a refusal leaves nothing behind. Who judges units: ImpartialityPolicyTest.
 */
class SeparationOfDutiesTest {

    private static final int STEPS = 10_000;
    private static final int PEOPLE = 6;
    private static final String UNIT = "q-ba-dinh";

    private final Random random = new Random(21112023);
    private final Map<Class<?>, Object> known = new HashMap<>(Map.of(Clock.class, Clock.systemUTC()));

    /** Who did the work that is approved. */
    private String author = "";

    @Test
    void noneOfTenThousandStepsLetsSomebodyApproveTheirOwn() throws ReflectiveOperationException {
        Map<String, Function<String, List<Refusal>>> duties = duties();
        Map<String, Integer> allowed = new HashMap<>();
        Map<String, Integer> refused = new HashMap<>();
        List<String> names = List.copyOf(duties.keySet());
        for (int step = 0; step < STEPS; step++) {
            author = "person" + random.nextInt(PEOPLE);
            String person = "person" + random.nextInt(PEOPLE);
            String duty = names.get(random.nextInt(names.size()));
            known.values().stream().filter(one -> mockingDetails(one).isMock()).forEach(one -> clearInvocations(one));
            boolean free = duties.get(duty).apply(person).isEmpty();
            assertThat(free)
                    .as("%s after %s: %s, step %d", person, author, duty, step)
                    .isEqualTo(!person.equals(author));
            assertThat(free || written().isEmpty())
                    .as("%s leaves %s", duty, written())
                    .isTrue();
            (free ? allowed : refused).merge(duty, 1, Integer::sum);
        }
        assertThat(allowed.keySet()).isEqualTo(duties.keySet());
        assertThat(refused.keySet()).isEqualTo(duties.keySet());
    }

    private Map<String, Function<String, List<Refusal>>> duties() throws ReflectiveOperationException {
        DecidePlan plan = made(DecidePlan.class);
        ApproveSelfAssessment scores = made(ApproveSelfAssessment.class);
        ApproveExplanation explanation = made(ApproveExplanation.class);
        PublishResults results = made(PublishResults.class);
        ConfirmAdjustments adjustments = made(ConfirmAdjustments.class);
        DecideAppeal appeal = made(DecideAppeal.class);
        CastVote vote = made(CastVote.class);
        DecideAward award = made(DecideAward.class);
        VerifierPolicy correction = made(VerifierPolicy.class);
        happened();
        AwardDecision signed = mock(AwardDecision.class);
        when(signed.nomination()).thenReturn("n");
        when(signed.signed()).thenReturn(true);
        return Map.of(
                "signs the plan", by -> plan.decide("2023", "approve", null, by),
                "approves the unit's scores", by -> scores.approve("2023", UNIT, by),
                "approves the explanation", by -> explanation.approve("2023", UNIT, by),
                "publishes the results", by -> results.publish("2023", by, 1, "QĐ", LocalDate.EPOCH, List.of()),
                "confirms an adjustment",
                        by -> adjustments.confirm("2023", by, List.of(new Adjustment(UNIT, true, ""))),
                "decides on an appeal", by -> appeal.refuse("2023", UNIT, by, "lý do"),
                "votes", by -> vote.cast("n", by, by, VoteChoice.values()[0], VoteWay.values()[0], null),
                "decides on an award", by -> award.decide(signed, by),
                "verifies what their unit corrected", by -> correction.check("f", by));
    }

    /** What was written before: the author of each is asked for when it is looked at. */
    private void happened() {
        LastDraft draft = mock(LastDraft.class);
        when(draft.draftedBy()).thenAnswer(asked -> author);
        when(the(Plans.class).lastDraft(anyString())).thenReturn(draft);
        SelfAssessment scored = mock(SelfAssessment.class);
        when(scored.scoredBy()).thenAnswer(asked -> author);
        when(the(SelfAssessments.class).get(anyString(), anyString())).thenReturn(scored);
        Inspection inspection = mock(Inspection.class);
        when(inspection.explainedBy()).thenAnswer(asked -> author);
        when(the(Inspections.class).get(anyString(), anyString())).thenReturn(inspection);
        Report report = mock(Report.class);
        when(report.draftedBy()).thenAnswer(asked -> author);
        when(the(Reports.class).latest(anyString())).thenReturn(Optional.of(report));
        Appraisal appraisal = mock(Appraisal.class);
        when(appraisal.unit()).thenReturn(UNIT);
        when(appraisal.adjustedGrade()).thenReturn(Grade.GOOD);
        when(appraisal.appraisedBy()).thenAnswer(asked -> author);
        when(the(Appraisals.class).of(anyString())).thenReturn(Map.of(UNIT, appraisal));
        when(the(Appraisals.class).of(anyString(), anyString())).thenReturn(Optional.empty());
        Appeal appeal = mock(Appeal.class);
        when(appeal.cycle()).thenReturn("2023");
        when(appeal.unit()).thenReturn("another");
        when(appeal.isReviewedBy(anyString())).thenAnswer(asked -> author.equals(asked.getArgument(0)));
        when(the(Appeals.class).get(anyString(), anyString())).thenReturn(appeal);
        Nomination nomination = mock(Nomination.class);
        when(nomination.unit()).thenReturn("another");
        when(nomination.proposedBy()).thenAnswer(asked -> author);
        when(the(Nominations.class).get(anyString())).thenReturn(nomination);
        when(the(Ballots.class).handIn(anyString(), anyString(), any(), any())).thenReturn(true);
        Finding finding = mock(Finding.class);
        when(finding.unit()).thenReturn(UNIT);
        when(the(Findings.class).get(anyString())).thenReturn(finding);
        when(the(People.class).worksFor(anyString(), any()))
                .thenAnswer(asked -> asked.getArgument(1).equals(UNIT) && author.equals(asked.getArgument(0)));
    }

    /** Calls that change something or tell somebody: those that return nothing, and ballots. */
    private List<String> written() {
        List<String> calls = new ArrayList<>();
        known.values().stream()
                .filter(one -> mockingDetails(one).isMock())
                .flatMap(one -> mockingDetails(one).getInvocations().stream())
                .filter(call -> call.getMethod().getReturnType() == void.class
                        || call.getMethod().getName().equals("handIn"))
                .forEach(call -> calls.add(call.toString()));
        return calls;
    }

    private <T> T the(Class<T> type) {
        return type.cast(known.computeIfAbsent(type, unknown -> mock(type)));
    }

    /** The use case itself; everything that it works with is a mock that all of them share. */
    private <T> T made(Class<T> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        List<Object> parts = new ArrayList<>();
        for (Class<?> part : constructor.getParameterTypes()) {
            parts.add(the(part));
        }
        return type.cast(constructor.newInstance(parts.toArray()));
    }
}
