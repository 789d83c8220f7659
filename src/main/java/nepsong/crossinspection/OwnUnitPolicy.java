package nepsong.crossinspection;

import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.People;
import org.springframework.stereotype.Component;

/** Nobody inspects the unit they work for. */
@Component
class OwnUnitPolicy {

    private final People people;

    OwnUnitPolicy(People people) {
        this.people = people;
    }

    /** @param user id of a person, or empty when the system acts */
    List<Refusal> check(String user, String inspected) {
        return people.worksFor(user, inspected)
                ? List.of(Refusal.of(
                        "", "Bạn thuộc đơn vị được kiểm tra: việc này phải do người của đơn vị khác thực hiện"))
                : List.of();
    }
}
