package nepsong.correction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nepsong.cycle.Refusal;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretary words a finding for the unit, corrects what kind of finding it is, and says who is to mend it. The unit has the
 * whole of its days from now on: those on which the finding waited for the secretary are not its own.
 */
@Component
public class AssignCorrection {

    private final Findings findings;
    private final FindingPhotos photos;
    private final FindingDeadlines deadlines;
    private final WorkingCalendar calendar;
    private final Clock clock;

    AssignCorrection(
            Findings findings,
            FindingPhotos photos,
            FindingDeadlines deadlines,
            WorkingCalendar calendar,
            Clock clock) {
        this.findings = findings;
        this.photos = photos;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param dueOn the last day for the unit's report; null where the assignment was refused */
    public record Assigned(List<Refusal> refusals, @Nullable LocalDate dueOn) {}

    /** The last day for the report, if a finding with these terms is assigned today. */
    public LocalDate dueOn(CorrectionTerms terms) {
        return calendar.plus(LocalDate.now(clock), terms.workingDays());
    }

    @Transactional
    public Assigned assign(String id, String user, Assignment assignment) {
        Finding found = findings.get(id);
        Optional<FindingType> type = FindingType.of(assignment.type());
        Optional<Severity> severity = Severity.of(assignment.severity());
        Optional<CorrectionTerms> terms = type.flatMap(known -> severity.flatMap(grave -> terms(found, known, grave)));
        if (terms.isEmpty()) {
            return refused("severity", "Bảng thời hạn khắc phục không quy định loại và mức độ tồn tại này");
        }
        if (terms.get().photoBefore() && !photos.isShownBefore(found)) {
            return refused(
                    "photo",
                    "Loại tồn tại này cần ảnh hiện trạng, là minh chứng bắt buộc: " + FindingPhotos.before(found)
                            + ". Hãy mở thẻ “Minh chứng”, tải ảnh JPG hoặc PNG lên rồi gửi lại");
        }
        LocalDate dueOn = dueOn(terms.get());
        findings.assign(
                found.assigned(
                        assignment,
                        type.orElseThrow(),
                        severity.orElseThrow(),
                        isRepeated(found, type.orElseThrow()),
                        terms.get(),
                        dueOn),
                user);
        return new Assigned(List.of(), dueOn);
    }

    /** Those of the day on which it was found, unless it is another finding now. */
    private Optional<CorrectionTerms> terms(Finding found, FindingType type, Severity severity) {
        return type == found.type() && severity == found.severity()
                ? Optional.of(found.terms())
                : deadlines.of(found.cycle(), type, severity);
    }

    private boolean isRepeated(Finding found, FindingType type) {
        return type == found.type()
                ? found.repeated()
                : RepeatPolicy.of(findings, found.cycle(), found.unit()).next(type);
    }

    private static Assigned refused(String field, String reason) {
        return new Assigned(List.of(Refusal.of(field, reason)), null);
    }
}
