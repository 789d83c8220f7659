package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.cycle.Refusal;
import org.junit.jupiter.api.Test;

class PairingRulesTest {

    private final PairingRequest request = new PairingRequest(
            "khoi-2",
            List.of("q-ba-dinh", "q-tay-ho", "q-ha-dong", "q-dong-da"),
            Map.of("q-ba-dinh", "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ"),
            Set.of(new Pair("q-ba-dinh", "q-ha-dong")),
            Set.of(new Pair("q-dong-da", "q-tay-ho")),
            PairingCost.NONE,
            1);

    @Test
    void aPermittedPairingHasNoViolation() {
        assertThat(violations("q-ba-dinh>q-tay-ho", "q-tay-ho>q-ha-dong", "q-ha-dong>q-dong-da", "q-dong-da>q-ba-dinh"))
                .isEmpty();
    }

    @Test
    void aSwapThatLetsTwoInspectEachOtherIsRefusedOnceForTheTwo() {
        assertThat(violations("q-ba-dinh>q-tay-ho", "q-tay-ho>q-ba-dinh", "q-ha-dong>q-dong-da", "q-dong-da>q-ha-dong"))
                .containsExactly(
                        "“Quận Ba Đình” và “Quận Tây Hồ” không được kiểm tra lẫn nhau.",
                        "“q-dong-da” và “q-ha-dong” không được kiểm tra lẫn nhau.");
    }

    @Test
    void aPairOfThePastAConflictInEitherDirectionAndOneselfAreRefused() {
        assertThat(violations(
                        "q-ba-dinh>q-ha-dong", "q-tay-ho>q-dong-da", "q-ha-dong>q-ba-dinh", "q-dong-da>q-dong-da"))
                .contains(
                        "“Quận Ba Đình” không được kiểm tra “q-ha-dong”: đã là cặp này trong hai kỳ gần nhất.",
                        "“Quận Tây Hồ” không được kiểm tra “q-dong-da”: xung đột lợi ích đã khai báo.",
                        "“q-dong-da” không được kiểm tra “q-dong-da”: không tự kiểm tra.");
    }

    @Test
    void aUnitForgottenOrChosenTwiceOrFromElsewhereIsNamed() {
        assertThat(violations("q-ba-dinh>q-tay-ho", "q-dong-da>q-ba-dinh", "q-dong-da>q-ba-dinh", "q-ha-dong>so-y-te"))
                .containsExactlyInAnyOrder(
                        "Đơn vị “so-y-te” không thuộc khối này.",
                        "“Quận Tây Hồ” chưa được giao kiểm tra đơn vị nào.",
                        "“q-dong-da” bị giao kiểm tra 2 đơn vị; mỗi đơn vị kiểm tra đúng một đơn vị.",
                        "“Quận Ba Đình” có 2 đơn vị cùng kiểm tra; mỗi đơn vị được kiểm tra đúng một lần.",
                        "“q-ha-dong” chưa có đơn vị nào kiểm tra.",
                        "“q-dong-da” chưa có đơn vị nào kiểm tra.");
    }

    private List<String> violations(String... arrows) {
        List<Pair> pairs = Arrays.stream(arrows)
                .map(arrow -> arrow.split(">"))
                .map(two -> new Pair(two[0], two[1]))
                .toList();
        return PairingRules.violations(pairs, request).stream()
                .map(Refusal::reason)
                .toList();
    }
}
