package nepsong.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.evaluation.Result;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office picks, out of the units that the rules make eligible, those to be nominated. */
@Component
public class NominateUnits {

    private final Nominees nominees;
    private final Nominations nominations;
    private final Cycles cycles;
    private final Units units;
    private final Clock clock;

    NominateUnits(Nominees nominees, Nominations nominations, Cycles cycles, Units units, Clock clock) {
        this.nominees = nominees;
        this.nominations = nominations;
        this.cycles = cycles;
        this.units = units;
        this.clock = clock;
    }

    /** One nomination for each unit picked. */
    @Transactional
    public List<Refusal> nominate(String cycle, Set<String> picked, String by) {
        Cycle of = cycles.get(cycle);
        for (Nominee nominee : nominees.of(cycle)) {
            if (picked.contains(nominee.result().unit())) {
                nominations.pick(nomination(of, nominee, by));
            }
        }
        return List.of();
    }

    private Nomination nomination(Cycle cycle, Nominee nominee, String by) {
        Result result = nominee.result();
        LocalDate today = LocalDate.now(clock);
        LocalDate end = LocalDate.of(cycle.year(), Month.DECEMBER, 31);
        String name = units.find(result.unit()).map(Unit::name).orElse(result.unit());
        String text = "%s xếp loại %s trong kỳ “%s” (%s), đạt %s điểm, đứng thứ %d trong khối. "
                        .formatted(
                                name,
                                result.grade().title(),
                                cycle.name(),
                                cycle.code(),
                                result.finalScore()
                                        .stripTrailingZeros()
                                        .toPlainString()
                                        .replace('.', ','),
                                result.rank())
                + "Kết quả được hình thành từ tự đánh giá, kiểm tra chéo, thẩm định và đã được công bố.";
        return Nomination.fresh(
                cycle.code(),
                result.unit(),
                new Subject(SubjectType.COLLECTIVE, name, null, null, name),
                nominee.award(),
                new Achievement(text, LocalDate.of(cycle.year(), Month.JANUARY, 1), end, null, null),
                // A unit of the administration is named with its published result.
                today,
                by,
                clock.instant());
    }
}
