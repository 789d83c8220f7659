package nepsong.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many units of a bloc may be EXCELLENT; the others are capped at GOOD, from the lowest rank up. Units that share the last
 * place within the quota all keep the grade. A unit whose grade is already lower takes no place.
 *
 * @param on      whether this cycle has a quota
 * @param percent of all units in the bloc, 0 to 100, rounded up to whole units
 */
public record ExcellentQuotaPolicy(boolean on, int percent) {

    public static final ExcellentQuotaPolicy DEFAULT = new ExcellentQuotaPolicy(true, 20);

    public ExcellentQuotaPolicy {
        Percent.check("percent", BigDecimal.valueOf(percent));
    }

    public int places(int unitsInBloc) {
        return BigDecimal.valueOf((long) unitsInBloc * percent)
                .divide(Percent.HUNDRED, 0, RoundingMode.CEILING)
                .intValueExact();
    }

    /**
     * @param bloc all units of one bloc
     * @return the codes of the units that {@link #cap} holds back
     */
    public Set<String> heldBack(List<RankedUnit> bloc) {
        List<RankedUnit> excellent = bloc.stream()
                .filter(unit -> unit.standing().grade() == Grade.EXCELLENT)
                .toList();
        int places = on ? places(bloc.size()) : bloc.size();
        return excellent.stream()
                .filter(unit -> excellent.stream()
                                .filter(other -> other.rank() < unit.rank())
                                .count()
                        >= places)
                .map(unit -> unit.standing().unit())
                .collect(Collectors.toUnmodifiableSet());
    }

    public Cap cap() {
        return new Cap(Cap.QUOTA, Grade.GOOD, "Khối đã đủ hạn mức xếp loại Xuất sắc (%d%%)".formatted(percent));
    }
}
