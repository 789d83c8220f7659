package nepsong.directive;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

/** Who is asked about a draft: for each seat a member of the team, of the seat's agency where it names one. */
@Component
public class OpinionGivers {

    private final PlanReviews reviews;
    private final People people;

    OpinionGivers(PlanReviews reviews, People people) {
        this.reviews = reviews;
        this.people = people;
    }

    /** In the order of the seats; fewer where the team has too few members. Nobody is asked twice. */
    public List<Person> choose() {
        List<Person> free = new ArrayList<>(people.inGroup(Groups.TEAM_MEMBERS));
        List<Optional<String>> seats = reviews.opinionSeats();
        List<Person> chosen = new ArrayList<>();
        // Seats of an agency come first, so that "any other" does not take the only one who speaks for it.
        seats.stream().flatMap(Optional::stream).forEach(agency -> take(free, agency)
                .ifPresent(chosen::add));
        while (chosen.size() < seats.size() && !free.isEmpty()) {
            chosen.add(free.remove(0));
        }
        return chosen;
    }

    private static Optional<Person> take(List<Person> free, String agency) {
        Optional<Person> found = free.stream()
                .filter(person ->
                        Objects.requireNonNullElse(person.agency(), "").contains(agency))
                .findFirst();
        found.ifPresent(free::remove);
        return found;
    }
}
