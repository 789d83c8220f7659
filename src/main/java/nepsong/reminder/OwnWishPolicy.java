package nepsong.reminder;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nepsong.cycle.Refusal;
import nepsong.organisation.Person;

/** Nobody grants themselves more time: neither by their role nor as a substitute, and nobody's substitute does it for them. */
final class OwnWishPolicy {

    private OwnWishPolicy() {}

    /** Whoever alone could decide on the wish need not ask. */
    static List<Refusal> mayAsk(String person, List<Person> grantors) {
        boolean alone = grantors.size() == 1 && grantors.get(0).id().equals(person);
        return alone ? List.of(ofAGrantor()) : List.of();
    }

    static Refusal ofAGrantor() {
        return Refusal.of("", "Bạn là người cho gia hạn việc này nên không tự xin gia hạn");
    }

    /** @param principal for whom the person decides as a substitute */
    static List<Refusal> mayDecide(Extension wish, String person, Optional<String> principal) {
        boolean own = Stream.of(wish.requestedBy(), wish.requestedFor())
                .filter(Objects::nonNull)
                .anyMatch(wisher -> wisher.equals(person)
                        || principal.filter(wisher::equals).isPresent());
        return own
                ? List.of(Refusal.of(
                        "decision", "Không ai tự quyết định đề nghị gia hạn của mình; cần một người khác quyết định"))
                : List.of();
    }
}
