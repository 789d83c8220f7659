package nepsong.correction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nepsong.cycle.Refusal;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Findings of an inspection are put on record, and the correction of each begins. All of them, or none. */
@Component
public class RecordFindings {

    private final Findings findings;
    private final FindingDeadlines deadlines;
    private final Corrections corrections;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RecordFindings(
            Findings findings,
            FindingDeadlines deadlines,
            Corrections corrections,
            WorkingCalendar calendar,
            Clock clock) {
        this.findings = findings;
        this.deadlines = deadlines;
        this.corrections = corrections;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param foundBy id of a person, or empty when the system acts
     * @return why nothing was recorded; a refusal names the component of {@link NewFinding} and the row, counted from 1
     */
    @Transactional
    public List<Refusal> record(String cycle, String unit, String foundBy, List<NewFinding> found) {
        List<Refusal> refusals = new ArrayList<>();
        List<Finding> recorded = new ArrayList<>();
        if (found.isEmpty()) {
            return refusals;
        }
        RepeatPolicy repeats = RepeatPolicy.of(findings, cycle, unit);
        int last = findings.lastNumber(cycle, unit);
        for (int i = 0; i < found.size(); i++) {
            NewFinding one = found.get(i);
            String row = String.valueOf(i + 1);
            refuseBlank("place", "Vị trí", one.place(), row, refusals);
            refuseBlank("description", "Mô tả", one.description(), row, refusals);
            Optional<FindingType> type = FindingType.of(one.type());
            Optional<Severity> severity = Severity.of(one.severity());
            Optional<CorrectionTerms> terms =
                    type.flatMap(known -> severity.flatMap(grave -> deadlines.of(cycle, known, grave)));
            if (terms.isEmpty()) {
                refusals.add(Refusal.ofRow(
                        "type", row, "Bảng thời hạn khắc phục không quy định loại và mức độ tồn tại này"));
            } else {
                Integer number = one.number();
                last = number == null ? last + 1 : Math.max(last, number);
                recorded.add(finding(
                        cycle,
                        unit,
                        number == null ? last : number,
                        one,
                        type.orElseThrow(),
                        severity.orElseThrow(),
                        repeats.next(type.orElseThrow()),
                        terms.get()));
            }
        }
        if (refusals.isEmpty()) {
            recorded.forEach(finding -> findings.add(finding, foundBy));
            recorded.forEach(corrections::start);
        }
        return refusals;
    }

    private static void refuseBlank(String field, String label, String text, String row, List<Refusal> refusals) {
        if (text.isBlank()) {
            refusals.add(Refusal.ofRow(field, row, label + " của tồn tại phải được nhập"));
        }
    }

    private Finding finding(
            String cycle,
            String unit,
            int number,
            NewFinding found,
            FindingType type,
            Severity severity,
            boolean repeated,
            CorrectionTerms terms) {
        return new Finding(
                UUID.randomUUID().toString(),
                cycle,
                unit,
                number,
                type,
                severity,
                found.place(),
                found.description(),
                found.criterion(),
                repeated,
                terms,
                calendar.plus(LocalDate.now(clock), terms.workingDays()),
                found.seenAt() == null ? clock.instant() : found.seenAt(),
                null,
                null,
                0,
                null);
    }
}
