package nepsong.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mockito.Mockito;

/**
 * What a model asks of our beans, for an engine that has none: answered by ours, and the time that this takes is known, to
 * be taken off. What a bean would do is not done.
 */
final class OurAnswers {

    private static final List<String> BEANS = List.of(
            "deadlines",
            "names",
            "inspectionCycleTasks",
            "directiveTasks",
            "blocInspectionTasks",
            "selfAssessmentTasks",
            "crossInspectionTasks",
            "evaluationTasks",
            "blocAppealsTasks",
            "followUpTasks",
            "commendationTasks");

    /** Service tasks, which answer nothing. */
    private static final Set<String> STEPS = Set.of(
            "closeUnissued",
            "finishCycle",
            "endOpenCases",
            "pairUnits",
            "layOutScorecard",
            "closeWithoutSubmission",
            "closeExplanation",
            "finishInspection",
            "gradeUnits",
            "giveFollowUps",
            "concludeResults",
            "countVotes");

    private final Map<Object, Object> beans = new HashMap<>();
    private long nanos;

    OurAnswers(Application application) {
        BEANS.forEach(name -> beans.put(name, answering(application.bean(name))));
    }

    private Object answering(Object bean) {
        return Mockito.mock(bean.getClass(), Mockito.withSettings().stubOnly().defaultAnswer(call -> {
            if (STEPS.contains(call.getMethod().getName())) {
                return null;
            }
            long start = System.nanoTime();
            try {
                return call.getMethod().invoke(bean, call.getArguments());
            } finally {
                nanos += System.nanoTime() - start;
            }
        }));
    }

    /** By their names in the models. */
    Map<Object, Object> beans() {
        return beans;
    }

    /** Spent in our beans so far. */
    long nanos() {
        return nanos;
    }
}
