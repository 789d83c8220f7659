package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.crossinspection.CrossScores.Settlement;
import nepsong.cycle.Refusal;
import nepsong.organisation.TypedText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The head of team decides the scores on which the two units could not agree, or that are too far apart. */
@Component
public class SettleScores {

    private static final int SHORTEST_REASON = 30;

    private final CrossScores crossScores;
    private final InspectionLog log;
    private final OwnUnitPolicy ownUnit;

    SettleScores(CrossScores crossScores, InspectionLog log, OwnUnitPolicy ownUnit) {
        this.crossScores = crossScores;
        this.log = log;
        this.ownUnit = ownUnit;
    }

    @Transactional
    public List<Refusal> settle(String cycle, String unit, List<Settlement> settlements, String user) {
        Set<String> open = crossScores.disputed(cycle, unit).stream()
                .filter(DisputedRow::stillDisputed)
                .map(DisputedRow::criterion)
                .collect(Collectors.toSet());
        List<Refusal> refusals = new ArrayList<>(ownUnit.check(user, unit));
        for (Settlement settlement : settlements) {
            String reason = settlement.reason();
            if (!open.contains(settlement.criterion())) {
                refusals.add(Refusal.ofRow("criteria", settlement.criterion(), "Tiêu chí này không còn tranh chấp"));
            } else if (TypedText.length(reason) < SHORTEST_REASON) {
                refusals.add(Refusal.ofRow("reason", settlement.criterion(), "Cần nêu lý do từ 30 ký tự"));
            }
        }
        if (settlements.size() != open.size()) {
            refusals.add(Refusal.of("criteria", "Cần quyết định đủ %d tiêu chí".formatted(open.size())));
        }
        if (refusals.isEmpty()) {
            crossScores.writeSettlements(cycle, unit, settlements);
            log.settled(cycle, unit, user);
        }
        return refusals;
    }
}
