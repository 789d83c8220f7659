package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeelTest {

    private final Feel feel = new Feel();

    @Test
    void anExpressionSeesTheFormTheRowAndItsNumber() {
        Map<String, Object> context = Map.of(
                "this",
                Map.of("score", new BigDecimal("3"), "max", new BigDecimal("4")),
                "catalogue",
                List.of(Map.of("rule", "a"), Map.of("rule", "")),
                "i",
                List.of(2),
                "decision",
                "approve");

        assertThat(feel.isTrue("=catalogue[i[1]].rule = \"\"", context)).isTrue();
        assertThat(feel.isTrue("=abs(this.score - this.max) > max(1, this.max * 0.25)", context))
                .isFalse();
        assertThat(feel.isTrue("=decision = null or decision = \"approve\"", context))
                .isTrue();
        assertThat(feel.number("=this.max", context)).isEqualByComparingTo("4");
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

    private static Map<String, Object> row(Map<String, Object> values) {
        return Map.of("this", values);
    }
}
