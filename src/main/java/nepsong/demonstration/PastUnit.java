package nepsong.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nepsong.cycle.Bloc;
import nepsong.organisation.Unit;
import nepsong.organisation.WorkingCalendar;

/**
 * One unit in the finished cycle: how well it did, and on which days.
 *
 * @param number   counts all units of the cycle from 0
 * @param strength the share of the points that it is worth, 0 to 1
 * @param dueOn    of its scorecard
 * @param sheetOn  when the inspectors handed in theirs
 */
record PastUnit(
        int number,
        String code,
        String name,
        String bloc,
        double strength,
        LocalDate acknowledged,
        LocalDate scored,
        LocalDate dueOn,
        LocalDate approved,
        int lateDays,
        LocalDate completed,
        LocalDate scheduled,
        LocalDate visited,
        LocalDate sheetOn,
        LocalDate minuted,
        LocalDate explained,
        LocalDate answered) {

    /** Units that handed in late, and how many working days. */
    private static final Map<String, Integer> LATE = Map.of("q-long-bien", 2, "h-quoc-oai", 6);

    /** In which order the units follow each other from the best to the weakest: without a common factor with 22. */
    private static final int STRIDE = 7;

    private static final double BEST = 0.985;
    private static final double STEP = 0.019;

    static List<PastUnit> of(List<Bloc> blocs, Map<String, String> names, WorkingCalendar calendar) {
        int size = blocs.stream().mapToInt(bloc -> bloc.units().size()).sum();
        List<PastUnit> units = new ArrayList<>();
        for (Bloc bloc : blocs) {
            for (String unit : bloc.units()) {
                int place = (units.size() * STRIDE + 3) % size;
                units.add(of(
                        units.size(),
                        unit,
                        names.getOrDefault(unit, unit),
                        bloc.code(),
                        BEST - STEP * place,
                        calendar));
            }
        }
        return units;
    }

    private static PastUnit of(
            int number, String code, String name, String bloc, double strength, WorkingCalendar calendar) {
        int late = LATE.getOrDefault(code, 0);
        LocalDate acknowledged = calendar.plus(LastYear.CONFIGURED, 1 + number % 3);
        LocalDate scored = calendar.plus(acknowledged, 9 + number % 7);
        LocalDate due = calendar.plus(acknowledged, 20);
        LocalDate approved = late > 0 ? calendar.plus(due, late) : calendar.plus(scored, 1 + number % 4);
        LocalDate visited = calendar.plus(LastYear.FIRST_VISIT, number % 15);
        LocalDate sheet = calendar.plus(visited, 1);
        LocalDate minuted = calendar.plus(sheet, 1 + number % 2);
        LocalDate explained = calendar.plus(minuted, 2 + number % 4);
        return new PastUnit(
                number,
                code,
                name,
                bloc,
                strength,
                acknowledged,
                scored,
                due,
                approved,
                late,
                calendar.plus(approved, 2 + number % 2),
                calendar.plus(LastYear.PAIRED, 1 + number % 3),
                visited,
                sheet,
                minuted,
                explained,
                calendar.plus(explained, 2 + number % 3));
    }

    String coordinator() {
        return Unit.keyOf(code) + "Coordinator";
    }

    String head() {
        return Unit.keyOf(code) + "Head";
    }

    String inspector() {
        return Unit.keyOf(code) + "Inspector";
    }

    /** @param of which chance; the same unit meets the same every time */
    Random chance(String of) {
        return new Random(31L * code.hashCode() + of.hashCode());
    }
}
