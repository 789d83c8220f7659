package nepsong.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.cycle.Refusal;
import nepsong.organisation.TypedText;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The head of team confirms the grades that the appraisers would change, or lets stand what the scores earn. */
@Component
public class ConfirmAdjustments {

    private static final int SHORTEST_REASON = 20;

    private final Appraisals appraisals;
    private final Units units;

    ConfirmAdjustments(Appraisals appraisals, Units units) {
        this.appraisals = appraisals;
        this.units = units;
    }

    /** Appraisals that would change a grade, by unit. */
    @Transactional(readOnly = true)
    public List<Appraisal> proposed(String cycle) {
        return appraisals.of(cycle).values().stream()
                .filter(one -> one.adjustedGrade() != null)
                .toList();
    }

    /** Why the person may not confirm, in Vietnamese; empty when they may. */
    @Transactional(readOnly = true)
    public Optional<String> objection(String cycle, String user) {
        return objection(proposed(cycle), user);
    }

    private static Optional<String> objection(List<Appraisal> adjusted, String user) {
        boolean own = !user.isEmpty()
                && adjusted.stream().anyMatch(one -> one.appraisedBy().equals(user));
        return own
                ? Optional.of("Bạn đã thẩm định và đề nghị điều chỉnh nên không tự xác nhận; xin nhường người khác.")
                : Optional.empty();
    }

    /** @param adjustments one per adjusted grade */
    @Transactional
    public List<Refusal> confirm(String cycle, String user, List<Adjustment> adjustments) {
        List<Appraisal> adjusted = proposed(cycle);
        Set<String> proposed = adjusted.stream().map(Appraisal::unit).collect(Collectors.toSet());
        Set<String> answered = adjustments.stream().map(Adjustment::unit).collect(Collectors.toSet());
        if (!answered.equals(proposed)) {
            throw new IllegalArgumentException("the head of team decides about every adjusted grade of " + cycle);
        }
        Map<String, String> names =
                units.find(List.copyOf(proposed)).stream().collect(Collectors.toMap(Unit::code, Unit::name));
        List<Refusal> refusals = new ArrayList<>();
        objection(adjusted, user).ifPresent(reason -> refusals.add(Refusal.of("", reason)));
        for (Adjustment one : adjustments) {
            if (!one.confirmed() && TypedText.length(one.reason()) < SHORTEST_REASON) {
                refusals.add(Refusal.ofRow(
                        "units",
                        Objects.requireNonNullElse(names.get(one.unit()), one.unit()),
                        "Không xác nhận cần lý do từ %d ký tự.".formatted(SHORTEST_REASON)));
            }
        }
        if (refusals.isEmpty()) {
            appraisals.decide(cycle, adjustments, user);
        }
        return List.copyOf(refusals);
    }
}
