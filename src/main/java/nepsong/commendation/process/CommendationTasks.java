package nepsong.commendation.process;

import java.util.Date;
import java.util.List;
import nepsong.commendation.Ballots;
import nepsong.commendation.CountVotes;
import nepsong.commendation.Nomination;
import nepsong.commendation.Nominations;
import nepsong.commendation.Postings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the models {@code commendation} and {@code inspection-cycle} ask about nominations. */
@Component("commendationTasks")
public class CommendationTasks {

    private final Nominations nominations;
    private final Postings postings;
    private final Ballots ballots;
    private final CountVotes counting;

    CommendationTasks(Nominations nominations, Postings postings, Ballots ballots, CountVotes counting) {
        this.nominations = nominations;
        this.postings = postings;
        this.ballots = ballots;
        this.counting = counting;
    }

    /** Ids of the nominations of the units that were picked after the cycle. */
    public List<String> selectedNominations(DelegateExecution execution) {
        return nominations.picked((String) execution.getVariable("cycle")).stream()
                .map(Nomination::id)
                .toList();
    }

    /** Code of the unit that a nomination is about. */
    public String unit(String nomination) {
        return nominations.get(nomination).unit();
    }

    /** Until then everybody may say what they know of it. */
    public Date endOfPosting(DelegateExecution execution) {
        String nomination = (String) execution.getVariable("nomination");
        return Date.from(postings.of(nomination).orElseThrow().endsAt());
    }

    /** Ids of those who were asked to vote. */
    public List<String> councilMembers(DelegateExecution execution) {
        return ballots.members((String) execution.getVariable("nomination"));
    }

    public void countVotes(DelegateExecution execution) {
        execution.setVariable("passed", counting.count((String) execution.getVariable("nomination")));
    }
}
