package nepsong.directive.process;

import java.util.List;
import nepsong.directive.AnnounceDirective;
import nepsong.directive.OpinionGivers;
import nepsong.organisation.Person;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the directive's process asks of the application. */
@Component("directiveTasks")
public class DirectiveTasks {

    private final OpinionGivers givers;
    private final AnnounceDirective announce;

    DirectiveTasks(OpinionGivers givers, AnnounceDirective announce) {
        this.givers = givers;
        this.announce = announce;
    }

    /** Ids of those who are asked about the draft. */
    public List<String> opinionGivers(DelegateExecution execution) {
        return givers.choose().stream().map(Person::id).toList();
    }

    public void tellUnits(DelegateExecution execution) {
        announce.announce((String) execution.getVariable("cycle"));
    }
}
