package nepsong.correction;

import java.util.List;
import java.util.Optional;
import nepsong.cycle.Refusal;
import nepsong.organisation.People;
import org.springframework.stereotype.Component;

/** Whoever works for a unit does not judge what it has corrected. */
@Component
public class VerifierPolicy {

    private final People people;
    private final Findings findings;

    VerifierPolicy(People people, Findings findings) {
        this.people = people;
        this.findings = findings;
    }

    /**
     * Why the person may not judge it, in Vietnamese; empty when they may.
     *
     * @param user id of a person, or empty when the system acts
     */
    public Optional<String> objection(String finding, String user) {
        return people.worksFor(user, findings.get(finding).unit())
                ? Optional.of("Bạn thuộc đơn vị được kiểm tra: việc xác minh phải do người khác thực hiện")
                : Optional.empty();
    }

    public List<Refusal> check(String finding, String user) {
        return objection(finding, user)
                .map(reason -> List.of(Refusal.of("decision", reason)))
                .orElse(List.of());
    }
}
