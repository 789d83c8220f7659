package nepsong.notification;

import java.util.List;
import java.util.stream.Stream;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

/** What a unit is told beside its tasks, and by whom it is read. */
@Component
public class UnitPost {

    private final Outbox outbox;
    private final People people;
    private final Units units;

    UnitPost(Outbox outbox, People people, Units units) {
        this.outbox = outbox;
        this.people = people;
        this.units = units;
    }

    /** About the unit in a cycle, with the unit's file as its link. */
    public Letter letter(String event, String cycle, String unit) {
        return Letter.of(event, cycle + "/" + unit)
                .with("cycle", cycle)
                .with("unit", name(unit))
                .with("link", "/units/" + unit);
    }

    /** To the unit's coordinators and its head. */
    public void send(Letter letter, String unit) {
        outbox.postAll(letter.to(readers(unit)));
    }

    /** The unit's coordinators and its head. */
    public List<Person> readers(String unit) {
        return Stream.of(Groups.coordinatorAt(unit), Groups.headAt(unit))
                .flatMap(group -> people.inGroup(group).stream())
                .distinct()
                .toList();
    }

    /** As people call it. */
    public String name(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }
}
