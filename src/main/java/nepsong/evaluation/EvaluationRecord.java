package nepsong.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.evaluation.Appeal.Decided;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the evaluation writes to the audit trail: numbers, boxes and grades before and after, never the reasons. */
@Component
class EvaluationRecord {

    private final AuditTrail trail;

    EvaluationRecord(AuditTrail trail) {
        this.trail = trail;
    }

    /** @param before by unit, of the same cycle */
    void appraised(Map<String, Appraisal> before, List<Appraisal> appraisals) {
        for (Appraisal now : appraisals) {
            record(
                    AuditEvent.of("appraisal.made").by(now.appraisedBy()).of(now.cycle(), now.unit()),
                    values(before.get(now.unit())),
                    values(now));
        }
    }

    /** @param before by unit, of the same cycle */
    void decided(String cycle, Map<String, Appraisal> before, List<Adjustment> adjustments, String user) {
        for (Adjustment adjustment : adjustments) {
            trail.record(AuditEvent.of("appraisal.decided")
                    .by(user)
                    .of(cycle, adjustment.unit())
                    .changed(confirmed(before.get(adjustment.unit())), Map.of("confirmed", adjustment.confirmed())));
        }
    }

    /** @param check by whose difference somebody had to say what follows */
    void resolved(String cycle, String unit, DoubleCheck check, String user) {
        Map<String, @Nullable Object> compared = new LinkedHashMap<>();
        compared.put("crossScore", check.cross());
        compared.put("secondScore", check.second());
        compared.put("difference", check.difference());
        record(AuditEvent.of("difference.resolved").by(user).of(cycle, unit), Map.of(), compared);
    }

    /** Null while nobody has decided. */
    private static Map<String, ?> confirmed(@Nullable Appraisal appraisal) {
        return Collections.singletonMap("confirmed", appraisal == null ? null : appraisal.adjustmentConfirmed());
    }

    /** @param last the settled scores by criterion */
    void appealed(Appeal appeal, Map<String, Object> last, List<Decided> decided, String user) {
        Map<String, Object> before = new LinkedHashMap<>(last);
        Map<String, Object> after = new LinkedHashMap<>();
        decided.forEach(one -> after.put(one.criterion(), one.score()));
        before.keySet().retainAll(after.keySet());
        record(AuditEvent.of("scores.appealed").by(user).of(appeal.cycle(), appeal.unit()), before, after);
    }

    void graded(String cycle, List<Result> before, List<Result> results) {
        Map<String, Result> known = before.stream().collect(Collectors.toMap(Result::unit, Function.identity()));
        for (Result result : results) {
            record(
                    AuditEvent.of("result.graded").of(cycle, result.unit()),
                    values(known.get(result.unit())),
                    values(result));
        }
    }

    void published(Publication publication) {
        trail.record(AuditEvent.of("results.published")
                .by(publication.publishedBy())
                .in(publication.cycle())
                .about(publication.documentNumber() + "/" + publication.documentSymbol()));
    }

    private void record(AuditEvent event, Map<String, ?> before, Map<String, ?> after) {
        AuditEvent change = event.changed(before, after);
        if (change.isChange()) {
            trail.record(change);
        }
    }

    private static Map<String, ?> values(@Nullable Appraisal appraisal) {
        if (appraisal == null) {
            return Map.of();
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("bonus", appraisal.bonus());
        values.put("penalty", appraisal.penalty());
        values.put("evidenceUntrue", appraisal.evidenceUntrue());
        values.put("harassmentConcluded", appraisal.harassmentConcluded());
        values.put("inspectionObstructed", appraisal.inspectionObstructed());
        values.put("headDisciplined", appraisal.headDisciplined());
        values.put("pledgeIncomplete", appraisal.pledgeIncomplete());
        values.put("adjustedGrade", appraisal.adjustedGrade());
        return values;
    }

    private static Map<String, ?> values(@Nullable Result result) {
        if (result == null) {
            return Map.of();
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("selfScore", result.selfScore());
        values.put("crossScore", result.crossScore());
        values.put("finalScore", result.finalScore());
        values.put("grade", result.grade());
        values.put("rank", result.rank());
        return values;
    }
}
