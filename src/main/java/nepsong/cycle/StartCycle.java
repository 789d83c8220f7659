package nepsong.cycle;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nepsong.organisation.Groups;
import nepsong.organisation.OneAtATime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office opens a cycle. */
@Component
public class StartCycle {

    private final Cycles cycles;
    private final OneAtATime turns;
    private final Clock clock;

    StartCycle(Cycles cycles, OneAtATime turns, Clock clock) {
        this.cycles = cycles;
        this.turns = turns;
        this.clock = clock;
    }

    /** @param cycle the code of the new cycle; null where it was refused */
    public record Started(List<Refusal> refusals, @Nullable String cycle) {}

    /** The code is the year; where the year has cycles already, the year and a number: {@code 2023-2}. */
    @Transactional
    public Started start(int year, String name, String startedBy) {
        turns.forGroup(Groups.STANDING_OFFICE);
        List<Cycle> ofTheYear =
                cycles.all().stream().filter(other -> other.year() == year).toList();
        Optional<Cycle> namesake = ofTheYear.stream()
                .filter(other -> !other.isOver() && other.name().equalsIgnoreCase(name))
                .findFirst();
        if (namesake.isPresent()) {
            return new Started(
                    List.of(Refusal.of(
                            "name",
                            "Năm " + year + " đang có kỳ " + namesake.get().code()
                                    + " cùng tên; hãy đặt tên khác để phân biệt")),
                    null);
        }
        String code = ofTheYear.isEmpty() ? String.valueOf(year) : year + "-" + (ofTheYear.size() + 1);
        cycles.add(new Cycle(code, year, name, null, null, clock.instant(), startedBy, null, null, null));
        return new Started(List.of(), code);
    }
}
