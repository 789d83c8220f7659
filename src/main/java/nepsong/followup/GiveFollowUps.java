package nepsong.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nepsong.cycle.Cycles;
import nepsong.evaluation.Conference;
import nepsong.evaluation.Conferences;
import nepsong.evaluation.Report;
import nepsong.evaluation.Reports;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes what the newest conference decided the work of the units of a bloc: one task for each unit that it concerns. Done
 * once for a bloc, when the results are published.
 */
@Component
public class GiveFollowUps {

    private final Reports reports;
    private final Conferences conferences;
    private final Cycles cycles;
    private final Units units;
    private final FollowUpTerms terms;
    private final FollowUps followUps;
    private final FollowUpCases cases;

    GiveFollowUps(
            Reports reports,
            Conferences conferences,
            Cycles cycles,
            Units units,
            FollowUpTerms terms,
            FollowUps followUps,
            FollowUpCases cases) {
        this.reports = reports;
        this.conferences = conferences;
        this.cycles = cycles;
        this.units = units;
        this.terms = terms;
        this.followUps = followUps;
        this.cases = cases;
    }

    private record Case(FollowUps.Given given, Unit unit) {}

    @Transactional
    public void give(String cycle, String bloc) {
        reports.latest(cycle).ifPresent(report -> give(report, bloc));
    }

    private void give(Report report, String bloc) {
        List<Conference.FollowUp> decided = conferences.followUps(report.cycle());
        if (decided.isEmpty()) {
            return;
        }
        List<Case> begun = new ArrayList<>();
        for (Unit unit : units.find(cycles.bloc(report.cycle(), bloc).units())) {
            for (int i = 0; i < decided.size(); i++) {
                Conference.FollowUp one = decided.get(i);
                if (one.concerns(unit)) {
                    begun.add(new Case(
                            new FollowUps.Given(
                                    UUID.randomUUID().toString(),
                                    report.cycle(),
                                    report.version(),
                                    i + 1,
                                    unit.code(),
                                    terms.dueOn(report.cycle(), one.dueOn())),
                            unit));
                }
            }
        }
        followUps.add(begun.stream().map(Case::given).toList());
        begun.forEach(one -> cases.start(one.given(), one.unit()));
    }
}
