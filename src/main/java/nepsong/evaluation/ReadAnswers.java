package nepsong.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nepsong.cycle.Affair;
import nepsong.delegation.DelegatedActs;
import nepsong.delegation.DelegatedActs.Act;
import nepsong.evaluation.Opinions.OwnRemark;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of what somebody said of a cycle's report: for the member whose opinion it is, and for who gave it in their place. */
@Component
public class ReadAnswers {

    private static final String GIVING = "evaluation.give-opinion";

    private final Opinions opinions;
    private final DelegatedActs acts;
    private final People people;

    ReadAnswers(Opinions opinions, DelegatedActs acts, People people) {
        this.opinions = opinions;
        this.acts = acts;
        this.people = people;
    }

    /**
     * @param version of the report that it is about
     * @param member  name of the one in whose place it was given; empty where it is the reader's own
     */
    public record Answered(int version, Remark remark, String member) {}

    /** The newest version first; empty for whoever said nothing. */
    @Transactional(readOnly = true)
    public List<Answered> of(String cycle, String person) {
        Stream<Answered> given = acts.of(Affair.ofCycle(cycle)).stream()
                .filter(act -> act.step().equals(GIVING) && act.substitute().equals(person))
                .flatMap(act -> givenBy(cycle, act));
        Stream<Answered> own = opinions.remarksOf(cycle, person).stream().map(one -> answered(one, ""));
        return Stream.concat(own, given)
                .sorted(Comparator.comparingInt(Answered::version).reversed())
                .toList();
    }

    private Stream<Answered> givenBy(String cycle, Act act) {
        String member = people.find(act.principal()).map(Person::name).orElse(act.principal());
        return opinions.remarksOf(cycle, act.principal(), act.at()).stream().map(one -> answered(one, member));
    }

    private static Answered answered(OwnRemark one, String member) {
        return new Answered(one.version(), one.remark(), member);
    }
}
