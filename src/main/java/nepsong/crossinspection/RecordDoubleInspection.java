package nepsong.crossinspection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nepsong.cycle.Refusal;
import nepsong.delegation.StandIns;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member of the team scores a drawn unit a second time, without regard to what others have given. Refusals name the
 * field, or the criterion.
 */
@Component
public class RecordDoubleInspection {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final DoubleInspections inspections;
    private final UnitChecklists checklists;
    private final SecondInspectorPolicy impartiality;
    private final StandIns standIns;
    private final Clock clock;

    RecordDoubleInspection(
            DoubleInspections inspections,
            UnitChecklists checklists,
            SecondInspectorPolicy impartiality,
            StandIns standIns,
            Clock clock) {
        this.inspections = inspections;
        this.checklists = checklists;
        this.impartiality = impartiality;
        this.standIns = standIns;
        this.clock = clock;
    }

    /** Why the person may not inspect this unit a second time, in Vietnamese; empty when they may. */
    @Transactional(readOnly = true)
    public Optional<String> objection(String cycle, String unit, String user) {
        return impartiality.objection(cycle, unit, user);
    }

    /** @param task in which the sheet was filled in */
    @Transactional
    public List<Refusal> record(
            String cycle, String unit, LocalDate inspectedOn, List<CrossScore> scores, String user, String task) {
        List<Refusal> refusals = new ArrayList<>();
        objection(cycle, unit, user).ifPresent(reason -> refusals.add(Refusal.of("", reason)));
        if (inspectedOn.isAfter(LocalDate.now(clock))) {
            refusals.add(Refusal.of("inspectedOn", "Ngày kiểm tra không được ở sau hôm nay: chỉ ghi khi đã kiểm tra"));
        }
        LocalDate drawnOn =
                LocalDate.ofInstant(inspections.find(cycle, unit).orElseThrow().drawnAt(), WorkingCalendar.ZONE);
        if (inspectedOn.isBefore(drawnOn)) {
            refusals.add(Refusal.of(
                    "inspectedOn",
                    "Ngày kiểm tra không được ở trước ngày rút thăm: ngày %s".formatted(DAY.format(drawnOn))));
        }
        refusals.addAll(CrossScoringPolicy.answers(checklists.of(cycle, unit), scores));
        if (refusals.isEmpty()) {
            inspections.handIn(
                    cycle,
                    unit,
                    inspectedOn,
                    scores,
                    user,
                    standIns.principal(task, user).orElse(null));
        }
        return refusals;
    }
}
