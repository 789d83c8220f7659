package nepsong.reminder;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nepsong.cycle.Refusal;
import nepsong.organisation.Person;

/** Nobody grants themselves more time: neither as head of team nor as a substitute, and nobody's substitute does it for them. */
final class OwnWishPolicy {

    private OwnWishPolicy() {}

    /** Whoever alone could decide on the wish need not ask. */
    static List<Refusal> mayAsk(String person, List<Person> headsOfTeam) {
        boolean alone = headsOfTeam.size() == 1 && headsOfTeam.get(0).id().equals(person);
        return alone
                ? List.of(Refusal.of("", "Trưởng đoàn là người cho gia hạn nên không tự xin gia hạn việc của mình"))
                : List.of();
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
