package nepsong.correction;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import nepsong.cycle.Refusal;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
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

    /** @param user id of a person, or empty when the system acts */
    public List<Refusal> check(String finding, String user) {
        String unit = findings.get(finding).unit();
        Set<String> groups = people.groupsOf(user);
        boolean own = people.find(user)
                        .map(Person::unit)
                        .filter(employer -> Objects.equals(employer, unit))
                        .isPresent()
                || groups.contains(Groups.coordinatorAt(unit))
                || groups.contains(Groups.headAt(unit))
                || groups.contains(Groups.inspectorAt(unit));
        return own
                ? List.of(Refusal.of(
                        "decision", "Bạn thuộc đơn vị được kiểm tra: việc xác minh phải do người khác thực hiện"))
                : List.of();
    }
}
