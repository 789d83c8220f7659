package nepsong.directive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.catalogue.CriteriaSet;
import nepsong.cycle.Bloc;
import nepsong.cycle.Refusal;
import nepsong.organisation.Groups;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.UnitKind;
import org.jspecify.annotations.Nullable;

/** What must hold before units are called in. */
final class ConfigurationPolicy {

    private static final int LARGEST_BLOC = 200;

    private ConfigurationPolicy() {}

    /** Every unit of the plan in exactly one bloc, and every bloc of a size in which a pairing exists. */
    static List<Refusal> judgeBlocs(List<Bloc> blocs, List<Unit> planned) {
        List<Refusal> refusals = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        for (Bloc bloc : blocs) {
            int size = bloc.units().size();
            if (size < PlanPolicy.FEWEST_UNITS) {
                refusals.add(Refusal.ofRow(
                        "units",
                        bloc.name(),
                        "Khối chỉ có " + size + " đơn vị. Một khối cần từ 3 đơn vị: với ít hơn, các đơn vị sẽ phải kiểm"
                                + " tra lẫn nhau hoặc tự kiểm tra mình"));
            }
            if (size > LARGEST_BLOC) {
                refusals.add(Refusal.ofRow("units", bloc.name(), "Khối có " + size + " đơn vị, nhiều hơn mức 200"));
            }
            bloc.units().stream()
                    .filter(unit -> !placed.add(unit))
                    .forEach(unit -> refusals.add(Refusal.ofRow("units", unit, "Đơn vị chỉ được thuộc một khối")));
        }
        for (Unit unit : planned) {
            if (!placed.remove(unit.code())) {
                refusals.add(Refusal.ofRow("units", unit.name(), "Đơn vị chưa thuộc khối nào"));
            }
        }
        placed.forEach(unit -> refusals.add(Refusal.ofRow("units", unit, "Đơn vị không thuộc phạm vi của kế hoạch")));
        return refusals;
    }

    /**
     * The weights of a kind come to the whole.
     *
     * @param weights by kind of unit
     */
    static List<Refusal> judgeWeights(Map<String, Map<CriteriaSet, BigDecimal>> weights) {
        List<Refusal> refusals = new ArrayList<>();
        weights.forEach((kind, sets) -> {
            BigDecimal sum = sets.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(BigDecimal.ONE) != 0) {
                refusals.add(Refusal.ofRow(
                        "weights",
                        UnitKind.titles().getOrDefault(kind, kind),
                        "Hệ số hai bộ tiêu chí cộng lại là %s%%, phải đúng 100%%"
                                .formatted(sum.movePointRight(2)
                                        .stripTrailingZeros()
                                        .toPlainString())));
            }
        });
        return refusals;
    }

    /**
     * Every unit has a coordinator and a head who can be written to.
     *
     * @param people by group
     */
    static List<Refusal> judgeContacts(List<Unit> planned, Map<String, List<Person>> people) {
        List<Refusal> refusals = new ArrayList<>();
        for (Unit unit : planned) {
            if (nobodyReachable(people.get(Groups.coordinatorAt(unit.code())))) {
                refusals.add(Refusal.ofRow("units", unit.name(), "Chưa có đầu mối có địa chỉ thư điện tử"));
            }
            if (nobodyReachable(people.get(Groups.headAt(unit.code())))) {
                refusals.add(Refusal.ofRow("units", unit.name(), "Chưa có lãnh đạo đơn vị có địa chỉ thư điện tử"));
            }
        }
        return refusals;
    }

    private static boolean nobodyReachable(@Nullable List<Person> people) {
        return people == null
                || people.stream().allMatch(person -> person.email().isBlank());
    }
}
