package nepsong.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nepsong.cycle.Affair;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For whom somebody works, or has worked: what is recorded of it, and how it is shown. */
@Component
public class StandIns {

    private final Delegations delegations;
    private final DelegatedActs acts;
    private final People people;
    private final Clock clock;

    StandIns(Delegations delegations, DelegatedActs acts, People people, Clock clock) {
        this.delegations = delegations;
        this.acts = acts;
        this.people = people;
        this.clock = clock;
    }

    /** Id of the person whose task this is, where the other does it in their place; nobody's statement is asked without one. */
    public Optional<String> principal(String task, String person) {
        return delegations.isSubstitute(person, today())
                ? acts.behind(task, person).map(Delegation::principal)
                : Optional.empty();
    }

    /** Whether the one stands in for the other today. */
    public boolean standsInFor(String person, String principal) {
        return delegations.active(today()).stream()
                .map(Delegations.Active::delegation)
                .anyMatch(one ->
                        one.substitute().equals(person) && one.principal().equals(principal));
    }

    /**
     * @param person    id of who did it
     * @param principal id of for whom; null where it was for themselves
     */
    public String named(String person, @Nullable String principal) {
        return principal == null ? name(person) : "%s (thay mặt %s)".formatted(name(person), name(principal));
    }

    /**
     * How the author of what was done at a step is named.
     *
     * @param step as the form is named, {@code <process>.<task>}
     */
    public String author(String person, Affair affair, String step) {
        return named(
                person,
                acts.of(affair).stream()
                        .filter(act ->
                                act.step().equals(step) && act.substitute().equals(person))
                        .map(DelegatedActs.Act::principal)
                        .findFirst()
                        .orElse(null));
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
