package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeelTest {

    private final Feel feel = new Feel();

    @Test
    void anExpressionSeesTheFormTheRowAndWhatIsSaidOfIt() {
        Map<String, Object> context = Map.of(
                "this",
                Map.of("code", "B1", "score", new BigDecimal("3"), "max", new BigDecimal("4")),
                "catalogue",
                Map.of("A1", Map.of("rule", "a"), "B1", Map.of("rule", "")),
                "rules",
                Map.of("A1", "", "B1", "Được để trống nếu đơn vị không có trụ sở riêng"),
                "decision",
                "approve");

        assertThat(feel.isTrue("=get value(catalogue, this.code).rule = \"\"", context))
                .isTrue();
        assertThat(feel.isTrue("=get value(rules, this.code) = \"\"", context)).isFalse();
        assertThat(feel.isTrue("=abs(this.score - this.max) > max(1, this.max * 0.25)", context))
                .isFalse();
        assertThat(feel.isTrue("=decision = null or decision = \"approve\"", context))
                .isTrue();
        assertThat(feel.number("=this.max", context)).isEqualByComparingTo("4");
    }

    @Test
    void eachRowLooksUpItsOwnEntry() {
        Map<String, Object> rules = Map.of("A1", "", "B1", "Được để trống nếu đơn vị không có trụ sở riêng");
        String without = "=get value(rules, this.code) = null";
        for (int time = 0; time < 2; time++) {
            assertThat(feel.isTrue(without, Map.of("rules", rules, "this", Map.of("code", "A1"))))
                    .isTrue();
            assertThat(feel.isTrue(without, Map.of("rules", rules, "this", Map.of("code", "B1"))))
                    .isFalse();
            assertThat(feel.isTrue(without, Map.of("rules", rules, "this", Map.of("code", "C1"))))
                    .isTrue();
            assertThat(feel.isTrue(
                            "=get value(rules, this.code) = \"\"",
                            Map.of("rules", rules, "this", Map.of("code", "A1"))))
                    .as("a browser takes what is empty for missing")
                    .isFalse();
        }
        assertThat(feel.isTrue("=get value(rules, this.code) = null", Map.of("this", Map.of())))
                .isTrue();
    }

    @Test
    void whatIsNotThereIsNull() {
        assertThat(feel.isTrue("=this.note = null", Map.of("this", Map.of()))).isTrue();
        assertThat(feel.isTrue("=reason = null", Map.of())).isTrue();
        assertThat(feel.number("=this.max", Map.of("this", Map.of()))).isNull();
    }

    @Test
    void whatIsRememberedIsAnAnswerToTheSameValuesAlone() {
        String hidden = "=this.notApplicable != true and this.note != \"x\"";
        for (int time = 0; time < 2; time++) {
            assertThat(feel.isTrue(hidden, row(Map.of("notApplicable", true, "other", time))))
                    .isFalse();
            assertThat(feel.isTrue(hidden, row(Map.of("notApplicable", false, "other", time))))
                    .isTrue();
            assertThat(feel.isTrue(hidden, row(Map.of("note", "x")))).isFalse();
            assertThat(feel.isTrue(hidden, row(Map.of("note", "y".repeat(5_000)))))
                    .isTrue();
            assertThat(feel.number("=this.max", row(Map.of("max", new BigDecimal(time)))))
                    .isEqualByComparingTo("" + time);
        }
    }

    @Test
    void aTextIsLookedAtWhereAnExpressionAsksMoreThanWhetherItIsThere() {
        for (String empty : List.of("=this.note = null or this.note = \"\"", "=this.note=\"\" or this.note=null")) {
            assertThat(feel.isTrue(empty, row(Map.of("note", "")))).isTrue();
            assertThat(feel.isTrue(empty, row(Map.of()))).isTrue();
            assertThat(feel.isTrue(empty, row(Map.of("note", "một")))).isFalse();
            assertThat(feel.isTrue(empty, row(Map.of("note", "hai")))).isFalse();
        }
        String either = "=this.note = \"\" or \"hai\" = this.note";
        assertThat(feel.isTrue(either, row(Map.of("note", "")))).isTrue();
        assertThat(feel.isTrue(either, row(Map.of("note", "một")))).isFalse();
        assertThat(feel.isTrue(either, row(Map.of("note", "hai")))).isTrue();
    }

    @Test
    void theRowsOfAListAreCounted() {
        for (int rows = 0; rows < 3; rows++) {
            List<Map<String, Object>> list = Collections.nCopies(rows, Map.of("place", "Sân"));
            assertThat(feel.isTrue("=count(findings) = 0", Map.of("findings", list)))
                    .isEqualTo(rows == 0);
        }
    }

    private static Map<String, Object> row(Map<String, Object> values) {
        return Map.of("this", values);
    }
}
