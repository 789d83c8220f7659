package nepsong.delegation.web;

import java.security.Principal;
import java.time.format.DateTimeFormatter;
import nepsong.delegation.DelegatedActs;
import nepsong.delegation.Delegation;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells the substitute in whose place they do a task; a script in Tasklist asks. */
@RestController
class SubstitutionApi {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final DelegatedActs acts;
    private final People people;

    SubstitutionApi(DelegatedActs acts, People people) {
        this.acts = acts;
        this.people = people;
    }

    record Substitution(String principal, String words) {}

    /** Nothing for everybody else, whether there is such a task or not. */
    @GetMapping("/api/tasks/{task}/substitution")
    ResponseEntity<Substitution> of(@PathVariable String task, Principal person) {
        return acts.behind(task, person.getName())
                .map(delegation -> ResponseEntity.ok(words(delegation)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private Substitution words(Delegation delegation) {
        String principal = people.find(delegation.principal()).map(Person::name).orElse(delegation.principal());
        return new Substitution(
                delegation.principal(),
                "Bạn làm việc này thay mặt %s, đến hết ngày %s."
                        .formatted(principal, DAY.format(delegation.lastDay())));
    }
}
