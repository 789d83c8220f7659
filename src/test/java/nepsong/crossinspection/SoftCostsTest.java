package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.catalogue.Parameter;
import nepsong.catalogue.UsualParameters;
import nepsong.organisation.Location;
import org.junit.jupiter.api.Test;

class SoftCostsTest {

    /** Some 40 km apart. */
    private static final PairingFacts CENTRE =
            new PairingFacts("Ba Đình", "large", new Location(21.034, 105.814), Set.of(), true);

    private static final PairingFacts FAR_WEST =
            new PairingFacts("Sơn Tây", "small", new Location(21.140, 105.440), Set.of("centre"), false);
    private static final PairingFacts NEIGHBOUR =
            new PairingFacts("Ba Đình", "large", new Location(21.040, 105.820), Set.of(), false);

    private final SoftCosts costs = new SoftCosts(
            Map.of("centre", CENTRE, "farWest", FAR_WEST, "neighbour", NEIGHBOUR), UsualParameters.values());

    @Test
    void theDistanceIsThatAsTheCrowFlies() {
        assertThat(CENTRE.kilometresTo(FAR_WEST)).isCloseTo(40.6, within(0.5));
    }

    @Test
    void everyReasonAddsItsPoints() {
        assertThat(costs.of("centre", "farWest")).isEqualTo(3 + 1 + 5 + 2);
        assertThat(costs.of("farWest", "centre")).isEqualTo(3 + 1);
        assertThat(costs.of("neighbour", "centre")).isEqualTo(2);
    }

    @Test
    void everyReasonIsSaidTheGravestFirst() {
        assertThat(costs.reasons("centre", "farWest"))
                .containsExactly(
                        "lãnh đạo đơn vị được kiểm tra từng công tác ở đơn vị đi kiểm tra",
                        "cách nhau khoảng 41 km",
                        "đơn vị đi kiểm tra xếp loại Yếu ở kỳ trước",
                        "quy mô khác nhau");
        PairingRequest request = new PairingRequest(
                "khoi-1",
                List.of("centre", "neighbour", "other"),
                Map.of("centre", "Quận Ba Đình", "neighbour", "Quận Tây Hồ"),
                Set.of(),
                Set.of(),
                costs,
                1);
        assertThat(PairingWarnings.of(List.of(new Pair("neighbour", "centre")), request))
                .containsExactly("“Quận Tây Hồ” kiểm tra “Quận Ba Đình” có 2 điểm bất lợi: cùng địa bàn.");
    }

    @Test
    void theCityMayWeighThemOtherwise() {
        SoftCosts others = new SoftCosts(
                costs.facts(),
                UsualParameters.values()
                        .with(Map.of(
                                Parameter.PAIRING_FAR_KILOMETRES, BigDecimal.valueOf(41),
                                Parameter.PAIRING_SAME_DISTRICT, BigDecimal.valueOf(7),
                                Parameter.PAIRING_DIFFERENT_SIZE, BigDecimal.ZERO,
                                Parameter.PAIRING_LOOP_OF_THREE, BigDecimal.valueOf(4))));
        assertThat(costs.loopOfThree()).isEqualTo(1);
        assertThat(others.loopOfThree()).isEqualTo(4);
        assertThat(others.of("farWest", "centre")).isZero();
        assertThat(others.reasons("farWest", "centre")).isEmpty();
        assertThat(others.of("neighbour", "centre")).isEqualTo(7);
    }

    @Test
    void whatIsNotKnownCostsNothing() {
        assertThat(costs.of("unheardOf", "centre")).isZero();
        assertThat(costs.of("neighbour", "unheardOf")).isZero();
    }
}
