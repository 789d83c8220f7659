package nepsong.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.cycle.Refusal;
import nepsong.organisation.ErasedPeople;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The account goes, and a pseudonym stands wherever the person did. Done wholly or not at all. */
@Component
public class ErasePerson {

    public static final String TYPED = "typed";

    private final People people;
    private final ErasedPeople erased;
    private final ErasurePolicy policy;
    private final PutPseudonym pseudonym;
    private final AuditTrail trail;

    ErasePerson(People people, ErasedPeople erased, ErasurePolicy policy, PutPseudonym pseudonym, AuditTrail trail) {
        this.people = people;
        this.erased = erased;
        this.policy = policy;
        this.pseudonym = pseudonym;
        this.trail = trail;
    }

    /**
     * What became of it.
     *
     * @param pseudonym the name that stands for the person now; null where it was refused
     */
    public record Erasure(List<Refusal> refusals, @Nullable String pseudonym) {}

    /** What stands in the way now; empty: nothing. */
    public List<Refusal> obstacles(String login, String by) {
        return policy.refusals(login, by);
    }

    /**
     * Asked twice, by a double click or by two administrators, it is done once and answered the same.
     *
     * @param typed the login, typed again
     * @throws NoSuchElementException where nobody has or had this login
     */
    public Erasure erase(String login, String typed, String reason, String by) {
        Person person = people.find(login).filter(one -> !one.isErased()).orElse(null);
        if (person == null) {
            return done(login).orElseThrow(() -> new NoSuchElementException("nobody of that login"));
        }
        List<Refusal> refusals = new ArrayList<>();
        ReasonPolicy.refusal(person, reason).ifPresent(no -> refusals.add(Refusal.of(ReasonPolicy.FIELD, no)));
        if (!typed.equals(login)) {
            refusals.add(Refusal.of(TYPED, "Tên đăng nhập gõ lại không khớp; hãy gõ đúng “%s”".formatted(login)));
        }
        List<Refusal> obstacles = policy.refusals(login, by);
        refusals.addAll(obstacles);
        if (!refusals.isEmpty()) {
            obstacles.stream()
                    .findFirst()
                    .ifPresent(first -> trail.refused(
                            AuditEvent.of("person.erased").by(by).about(login).because(first.reason())));
            return new Erasure(refusals, null);
        }
        try {
            return new Erasure(List.of(), pseudonym.put(person, reason, by));
        } catch (DuplicateKeyException | ConcurrencyFailureException atTheSameTime) {
            return done(login).orElseThrow(() -> atTheSameTime);
        }
    }

    private Optional<Erasure> done(String login) {
        return erased.ofLogin(login).map(one -> new Erasure(List.of(), one.name()));
    }
}
