package nepsong.crossinspection;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import nepsong.notification.Letter;
import nepsong.notification.UnitPost;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

/** What every letter about a pair says. No scores and nobody's details stand in it. */
@Component
class PairPost {

    private final UnitPost post;
    private final People people;

    PairPost(UnitPost post, People people) {
        this.post = post;
        this.people = people;
    }

    Letter letter(String event, String cycle, String inspected, String inspecting) {
        return Letter.of(event, cycle + "/" + inspected)
                .with("cycle", cycle)
                .with("inspectingUnit", post.name(inspecting))
                .with("inspectedUnit", post.name(inspected))
                .with("link", "/units/" + inspected);
    }

    List<Person> inspectors(String unit) {
        return people.inGroup(Groups.inspectorAt(unit));
    }

    String names(Collection<String> ids) {
        return ids.stream()
                .map(id -> people.find(id).map(Person::name).orElse(id))
                .collect(Collectors.joining(", "));
    }
}
