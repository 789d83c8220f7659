package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.catalogue.Parameter;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.organisation.TypedText;
import nepsong.selfassessment.Acknowledgement;
import nepsong.selfassessment.SelfAssessments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The head of team settles who inspects whom. What was swapped by hand must keep the rules and have a reason. */
@Component
public class ApprovePairs {

    private static final int SHORTEST_REASON = 20;

    private final PairingRequests requests;
    private final SelfAssessments selfAssessments;
    private final Pairings pairings;
    private final Supervisions supervisions;
    private final DoubleInspections secondInspections;
    private final Cycles cycles;
    private final CrossInspectionMails mails;
    private final AuditTrail trail;

    ApprovePairs(
            PairingRequests requests,
            SelfAssessments selfAssessments,
            Pairings pairings,
            Supervisions supervisions,
            DoubleInspections secondInspections,
            Cycles cycles,
            CrossInspectionMails mails,
            AuditTrail trail) {
        this.trail = trail;
        this.requests = requests;
        this.selfAssessments = selfAssessments;
        this.pairings = pairings;
        this.supervisions = supervisions;
        this.secondInspections = secondInspections;
        this.cycles = cycles;
        this.mails = mails;
    }

    /**
     * @param swapReason empty where nothing was swapped
     * @param group      which of the team's working groups looks after the inspection, from 0; null where there are none
     */
    public record Choice(String inspecting, String inspected, String swapReason, @Nullable Integer group) {}

    /** @param relaxationReason why the head of team accepts that a rule gives way; empty where none does */
    @Transactional
    public List<Refusal> approve(
            String cycle, String bloc, String user, List<Choice> choices, String relaxationReason) {
        Pairing drawn = pairings.latest(cycle, bloc).orElseThrow();
        Map<String, Acknowledgement> said = selfAssessments.acknowledgements(cycle);
        PairingRequest request = PairingRequests.relaxed(
                requests.of(cycle, bloc, drawn.seed(), said), drawn.previousRelaxed(), drawn.conflictsRelaxed());
        List<Pair> pairs = choices.stream()
                .map(choice -> new Pair(choice.inspecting(), choice.inspected()))
                .toList();
        Map<String, String> swapped = swapped(drawn, choices);
        List<Refusal> refusals = new ArrayList<>(PairingRules.violations(pairs, request));
        swapped.forEach((unit, reason) -> {
            if (TypedText.length(reason) < SHORTEST_REASON) {
                refusals.add(Refusal.ofRow(
                        "swapReason", request.nameOf(unit), "Đổi đơn vị kiểm tra cần có lý do từ 20 ký tự"));
            }
        });
        if (!supervisions.groups(cycle).isEmpty()) {
            choices.stream()
                    .filter(choice -> choice.group() == null)
                    .forEach(choice -> refusals.add(Refusal.ofRow(
                            "group", request.nameOf(choice.inspected()), "“Tổ công tác giám sát” phải được chọn")));
        }
        if (drawn.relaxed() && TypedText.length(relaxationReason) < SHORTEST_REASON) {
            refusals.add(
                    Refusal.of("relaxationReason", "Cần nêu lý do (từ 20 ký tự) khi chấp nhận nới quy tắc xếp cặp"));
        }
        if (refusals.isEmpty()) {
            pairings.approve(drawn, pairs, swapped, user, relaxationReason);
            supervisions.assign(drawn, groups(choices));
            record(cycle, bloc, user, drawn, pairs, reasons(swapped, relaxationReason, request));
            drawSecondInspections(cycle, bloc, drawn.seed(), pairs);
            mails.assigned(cycle, pairs, supervisions.of(cycle), said);
        }
        return refusals;
    }

    private static Map<String, Integer> groups(List<Choice> choices) {
        Map<String, Integer> groups = new HashMap<>();
        for (Choice choice : choices) {
            if (choice.group() != null) {
                groups.put(choice.inspected(), choice.group());
            }
        }
        return groups;
    }

    /** Nobody chooses: the seed that made the pairs makes the sample. */
    private void drawSecondInspections(String cycle, String bloc, long seed, List<Pair> pairs) {
        List<String> units = pairs.stream().map(Pair::inspected).toList();
        secondInspections.draw(
                cycle, bloc, DoubleDraw.of(units, seed, cycles.parameters(cycle).get(Parameter.DOUBLE_SHARE)));
    }

    /** Of each swap with the inspected unit's name, and of the rule that gave way. */
    private static String reasons(Map<String, String> swapped, String relaxationReason, PairingRequest request) {
        return Stream.concat(
                        swapped.entrySet().stream()
                                .map(swap -> request.nameOf(swap.getKey()) + ": " + swap.getValue())
                                .sorted(),
                        Stream.of(relaxationReason))
                .filter(reason -> !reason.isBlank())
                .collect(Collectors.joining("; "));
    }

    private void record(String cycle, String bloc, String user, Pairing drawn, List<Pair> approved, String reasons) {
        AuditEvent swaps = AuditEvent.of("pairs.approved")
                .by(user)
                .in(cycle)
                .about(bloc)
                .because(reasons)
                .changed(byInspected(drawn.pairs()), byInspected(approved));
        if (swaps.isChange() || drawn.relaxed()) {
            trail.record(swaps);
        }
    }

    private static Map<String, String> byInspected(List<Pair> pairs) {
        return pairs.stream().collect(Collectors.toMap(Pair::inspected, Pair::inspecting));
    }

    private static Map<String, String> swapped(Pairing drawn, List<Choice> choices) {
        Map<String, String> before = byInspected(drawn.pairs());
        Map<String, String> swapped = new HashMap<>();
        choices.stream()
                .filter(choice -> !choice.inspecting().equals(before.get(choice.inspected())))
                .forEach(choice -> swapped.put(choice.inspected(), choice.swapReason()));
        return swapped;
    }
}
