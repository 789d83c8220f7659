package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;

class FeelTest {

    private final Feel feel = new Feel();

    private boolean isTrue(String expression, Map<String, Object> context) {
        return feel.isTrue(expression, Scope.ofForm(context));
    }

    private BigDecimal number(String limit, Map<String, Object> context) {
        return feel.number(limit, Scope.ofForm(context));
    }

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

        assertThat(isTrue("=get value(catalogue, this.code).rule = \"\"", context))
                .isTrue();
        assertThat(isTrue("=get value(rules, this.code) = \"\"", context)).isFalse();
        assertThat(isTrue("=abs(this.score - this.max) > max(1, this.max * 0.25)", context))
                .isFalse();
        assertThat(isTrue("=decision = null or decision = \"approve\"", context))
                .isTrue();
        assertThat(number("=this.max", context)).isEqualByComparingTo("4");
    }

    /** Such are looked up, and must be answered as if they were computed. */
    @Test
    void whatIsPlainIsAnsweredAsTheEngineAnswersIt() {
        FeelEngineApi engine = FeelEngineBuilder.forJava().build();
        List<Map<String, Object>> rows = List.of(
                Map.of(),
                Map.of("x", true),
                Map.of("x", false),
                Map.of("x", ""),
                Map.of("x", "true"),
                Map.of("x", 1L),
                Map.of("x", new BigDecimal("0.25")),
                Map.of("x", List.of()),
                Map.of("x", Map.of("y", true)));
        for (Map<String, Object> row : rows) {
            for (String name : List.of("x", "this.x")) {
                Map<String, Object> context = name.equals("x") ? row : Map.of("this", row);
                for (String expression : List.of(name, name + " = true", " " + name + " != true ", name + "=true")) {
                    assertThat(isTrue("=" + expression, context))
                            .as("%s with %s", expression, context)
                            .isEqualTo(Boolean.TRUE.equals(engine.evaluateExpression(expression, context)
                                    .result()));
                }
            }
        }
        assertThat(isTrue("=true", Map.of())).isTrue();
        assertThat(isTrue("=null != true", Map.of())).isTrue();
    }

    @Test
    void eachRowLooksUpItsOwnEntry() {
        Map<String, Object> rules = Map.of("A1", "", "B1", "Được để trống nếu đơn vị không có trụ sở riêng");
        String without = "=get value(rules, this.code) = null";
        for (int time = 0; time < 2; time++) {
            assertThat(isTrue(without, Map.of("rules", rules, "this", Map.of("code", "A1"))))
                    .isTrue();
            assertThat(isTrue(without, Map.of("rules", rules, "this", Map.of("code", "B1"))))
                    .isFalse();
            assertThat(isTrue(without, Map.of("rules", rules, "this", Map.of("code", "C1"))))
                    .isTrue();
            assertThat(isTrue(
                            "=get value(rules, this.code) = \"\"",
                            Map.of("rules", rules, "this", Map.of("code", "A1"))))
                    .as("a browser takes what is empty for missing")
                    .isFalse();
        }
        assertThat(isTrue("=get value(rules, this.code) = null", Map.of("this", Map.of())))
                .isTrue();
    }

    /** No field waits for it, so the server never asks: as a browser evaluates it, with everything that the form shows. */
    @Test
    void theConfigurationNamesABlocOfSeveralKindsWithItsKinds() throws IOException {
        JsonNode notice = new ObjectMapper()
                        .readTree(new File("forms/directive.configure-cycle.form"))
                        .path("components")
                        .findParents("text")
                        .stream()
                        .filter(component -> component.path("text").asText().contains("unitKinds"))
                        .findFirst()
                        .orElseThrow();
        String hidden = notice.path("conditional").path("hide").asText().substring(1);
        String text = notice.path("text").asText();
        // The browser's FEEL knows no other escape of a line end, and this one knows not that.
        String said =
                text.substring(text.indexOf("{{") + 2, text.lastIndexOf("}}")).replace("\\u000a", "\\n");
        FeelEngineApi browser = FeelEngineBuilder.forJava().build();

        assertThat(browser.evaluateExpression(hidden, inBlocs("khoi-1", "khoi-1", "khoi-2"))
                        .result())
                .isEqualTo(true);
        assertThat(browser.evaluateExpression(hidden, inBlocs("khoi-1", "khoi-2", "khoi-2"))
                        .result())
                .isEqualTo(false);
        assertThat(browser.evaluateExpression(said, inBlocs("khoi-1", "khoi-2", "khoi-2"))
                        .result())
                .isEqualTo("- **Khối 2**: Sở, ngành; Quận");
        assertThat(browser.evaluateExpression(said, inBlocs("khoi-1", "khoi-2", "khoi-2", "khoi-1"))
                        .result())
                .as("each on a line of its own")
                .isEqualTo("- **Khối 1**: Sở, ngành; Quận\n- **Khối 2**: Sở, ngành; Quận");
    }

    /** The browser's FEEL, which knows {@code \\u000a}, would show the backslash. */
    @Test
    void noFormEscapesALineEndAsOnlyTheServersFeelUnderstands() {
        ProbeForms.all().forEach((id, form) -> form.findValues("text")
                .forEach(text -> assertThat(text.asText()).as(id).doesNotContain("\\n", "\\t", "\\r")));
    }

    /** @param blocs of the first units, one each */
    private static Map<String, Object> inBlocs(String... blocs) {
        List<String> codes = List.of("so-y-te", "so-du-lich", "q-ba-dinh", "q-tay-ho");
        return Map.of(
                "blocOptions",
                List.of(
                        Map.of("value", "khoi-1", "label", "Khối 1"),
                        Map.of("value", "khoi-2", "label", "Khối 2"),
                        Map.of("value", "khoi-3", "label", "Khối 3")),
                "unitKinds",
                Map.of("so-y-te", "Sở, ngành", "so-du-lich", "Sở, ngành", "q-ba-dinh", "Quận", "q-tay-ho", "Quận"),
                "units",
                IntStream.range(0, blocs.length)
                        .mapToObj(i -> Map.of("code", codes.get(i), "bloc", blocs[i]))
                        .toList());
    }

    @Test
    void whatIsNotThereIsNull() {
        assertThat(isTrue("=this.note = null", Map.of("this", Map.of()))).isTrue();
        assertThat(isTrue("=reason = null", Map.of())).isTrue();
        assertThat(number("=this.max", Map.of("this", Map.of()))).isNull();
    }

    @Test
    void aLimitIsANumberANameOrAComputation() {
        Map<String, Object> context = Map.of("members", 12, "this", Map.of("members", new BigDecimal("2.5")));
        assertThat(number("5", context)).isEqualByComparingTo("5");
        assertThat(number("=5", context)).isEqualByComparingTo("5");
        assertThat(number("=members", context)).isEqualByComparingTo("12");
        assertThat(number("= this.members ", context)).isEqualByComparingTo("2.5");
        assertThat(number("=members - this.members", context)).isEqualByComparingTo("9.5");
        assertThat(number("=others", context)).isNull();
        assertThat(number("=this.members", Map.of("members", 12))).isNull();
    }

    @Test
    void whatIsRememberedIsAnAnswerToTheSameValuesAlone() {
        String hidden = "=this.notApplicable != true and this.note != \"x\"";
        for (int time = 0; time < 2; time++) {
            assertThat(isTrue(hidden, row(Map.of("notApplicable", true, "other", time))))
                    .isFalse();
            assertThat(isTrue(hidden, row(Map.of("notApplicable", false, "other", time))))
                    .isTrue();
            assertThat(isTrue(hidden, row(Map.of("note", "x")))).isFalse();
            assertThat(isTrue(hidden, row(Map.of("note", "y".repeat(5_000))))).isTrue();
            assertThat(number("=this.max", row(Map.of("max", new BigDecimal(time)))))
                    .isEqualByComparingTo("" + time);
        }
    }

    @Test
    void aTextIsLookedAtWhereAnExpressionAsksMoreThanWhetherItIsThere() {
        for (String empty : List.of("=this.note = null or this.note = \"\"", "=this.note=\"\" or this.note=null")) {
            assertThat(isTrue(empty, row(Map.of("note", "")))).isTrue();
            assertThat(isTrue(empty, row(Map.of()))).isTrue();
            assertThat(isTrue(empty, row(Map.of("note", "một")))).isFalse();
            assertThat(isTrue(empty, row(Map.of("note", "hai")))).isFalse();
        }
        String either = "=this.note = \"\" or \"hai\" = this.note";
        assertThat(isTrue(either, row(Map.of("note", "")))).isTrue();
        assertThat(isTrue(either, row(Map.of("note", "một")))).isFalse();
        assertThat(isTrue(either, row(Map.of("note", "hai")))).isTrue();
    }

    @Test
    void theRowsOfAListAreCounted() {
        for (int rows = 0; rows < 3; rows++) {
            List<Map<String, Object>> list = Collections.nCopies(rows, Map.of("place", "Sân"));
            assertThat(isTrue("=count(findings) = 0", Map.of("findings", list))).isEqualTo(rows == 0);
        }
    }

    private static Map<String, Object> row(Map<String, Object> values) {
        return Map.of("this", values);
    }
}
