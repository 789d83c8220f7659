package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcellentQuotaPolicyTest {

    private static final ExcellentQuotaPolicy TWENTY_PERCENT = ExcellentQuotaPolicy.DEFAULT;

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "5,1", "6,2", "8,2", "10,2", "11,3", "30,6"})
    void aFifthOfTheBlocIsRoundedUp(int units, int places) {
        assertThat(TWENTY_PERCENT.places(units)).isEqualTo(places);
    }

    @Test
    void beyondTheQuotaTheLowerRankedAreHeldBackAtGood() {
        assertThat(TWENTY_PERCENT.heldBack(bloc("99 E", "98 E", "97 E", "96 E", "80 G", "70 F")))
                .isEqualTo(Set.of("u2", "u3"));
        assertThat(TWENTY_PERCENT.cap().highest()).isEqualTo(Grade.GOOD);
        assertThat(TWENTY_PERCENT.cap().code()).isEqualTo("QUOTA");
    }

    @Test
    void unitsThatShareTheLastPlaceAllKeepTheGrade() {
        assertThat(TWENTY_PERCENT.heldBack(bloc("99 E", "99 E", "99 E", "96 E", "80 G")))
                .isEqualTo(Set.of("u3"));
    }

    @Test
    void aUnitThatACapHasLoweredTakesNoPlace() {
        assertThat(TWENTY_PERCENT.heldBack(bloc("99 G", "98 E", "97 E", "80 G", "70 F")))
                .isEqualTo(Set.of("u2"));
    }

    @Test
    void switchedOffNobodyIsHeldBack() {
        assertThat(new ExcellentQuotaPolicy(false, 0).heldBack(bloc("99 E", "98 E", "97 E")))
                .isEmpty();
        assertThat(new ExcellentQuotaPolicy(true, 0).heldBack(bloc("99 E", "98 E")))
                .isEqualTo(Set.of("u0", "u1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExcellentQuotaPolicy(true, 101));
    }

    @Test
    void noUnitThatIsHeldBackRanksAboveOrBesideOneThatIsNot() {
        Random random = new Random(2023);
        for (int round = 0; round < 5_000; round++) {
            String[] units = IntStream.range(0, random.nextInt(31))
                    .mapToObj(number -> (85 + random.nextInt(15)) + (random.nextInt(3) == 0 ? " G" : " E"))
                    .toArray(String[]::new);
            List<RankedUnit> bloc = bloc(units);
            Set<String> heldBack = TWENTY_PERCENT.heldBack(bloc);
            List<RankedUnit> excellent = bloc.stream()
                    .filter(unit -> unit.standing().grade() == Grade.EXCELLENT)
                    .toList();
            List<RankedUnit> kept = excellent.stream()
                    .filter(unit -> !heldBack.contains(unit.standing().unit()))
                    .toList();
            int lastKept = kept.stream().mapToInt(RankedUnit::rank).max().orElse(0);
            assertThat(excellent.stream()
                            .filter(unit -> heldBack.contains(unit.standing().unit()))
                            .map(RankedUnit::rank))
                    .allMatch(rank -> rank > lastKept);
            assertThat(kept.stream().filter(unit -> unit.rank() < lastKept).count())
                    .isLessThan(Math.max(1, TWENTY_PERCENT.places(bloc.size())));
            assertThat(kept.size())
                    .isGreaterThanOrEqualTo(Math.min(excellent.size(), TWENTY_PERCENT.places(bloc.size())));
        }
    }

    /** Each as score and the first letter of a grade; equal scores tie. */
    private static List<RankedUnit> bloc(String... units) {
        List<Standing> standings = new ArrayList<>();
        for (int number = 0; number < units.length; number++) {
            String[] parts = units[number].split(" ");
            Grade grade =
                    switch (parts[1]) {
                        case "E" -> Grade.EXCELLENT;
                        case "G" -> Grade.GOOD;
                        default -> Grade.FAIR;
                    };
            standings.add(new Standing("u" + number, new BigDecimal(parts[0]), 0, BigDecimal.TEN, null, grade));
        }
        return RankingPolicy.rank(standings);
    }
}
