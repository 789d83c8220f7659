package nepsong.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhraseTest {

    private final Translator translator = new Translator(
            new Translations(
                    "en",
                    "English",
                    "d MMM yyyy",
                    "d MMM",
                    Map.of("*", Map.of("Kỳ {}", "Cycle {}", "Việc", "Task"), "audit", Map.of("Việc", "Action")),
                    Map.of(
                            "{#} việc của {}", "{2}: {1} [task|tasks]",
                            "Hạn {#}", "Due {#}",
                            "**{#}** điểm", "**{#}** [point|points]",
                            "Tốt", "Good",
                            "Khá", "Fair",
                            "Nhắc", "Remind"),
                    Map.of(),
                    Map.of(),
                    Map.of("p", Map.of("userTask_score", "Score – ${unitName}"))),
            () -> Map.of("Quận Ba Đình", "Ba Dinh District"),
            Map.of("p", Map.of("userTask_score", "Chấm điểm – ${unitName}")));

    @Test
    void aTextOfATemplateGoesBeforeOneOfAllTemplates() {
        assertThat(translator.text("audit", "Việc")).isEqualTo("Action");
        assertThat(translator.text("guide", "Việc")).isEqualTo("Task");
    }

    @Test
    void aTaskIsNamedWithTheUnitsEnglishName() {
        assertThat(translator.text("Chấm điểm – Quận Ba Đình")).isEqualTo("Score – Ba Dinh District");
    }

    @Test
    void whatIsPutInMayStandElsewhereAndIsTranslatedToo() {
        assertThat(translator.text("1.234 việc của Quận Ba Đình")).isEqualTo("Ba Dinh District: 1,234 tasks");
    }

    @Test
    void oneIsNotMany() {
        assertThat(translator.text("1 việc của Lan")).isEqualTo("Lan: 1 task");
    }

    @Test
    void datesAndNumbersOfASentenceAreWrittenAsTheLanguageDoes() {
        assertThat(translator.text("Hạn 24/11/2023")).isEqualTo("Due 24 Nov 2023");
        assertThat(translator.text("Hạn 12,5")).isEqualTo("Due 12.5");
    }

    @Test
    void signsAroundATextStay() {
        assertThat(translator.text("▲ Tốt!")).isEqualTo("▲ Good!");
    }

    @Test
    void signsAroundTheFirstOfSeveralAreItsOwn() {
        assertThat(translator.text("**3,75** điểm; Tốt")).isEqualTo("**3.75** points; Good");
    }

    @Test
    void aListIsTranslatedWhenAllOfItIsKnown() {
        assertThat(translator.text("Tốt, Khá")).isEqualTo("Good, Fair");
        assertThat(translator.text("Tốt, Lan")).isEqualTo("Tốt, Lan");
    }

    @Test
    void whatAPersonTypedIsNoPhraseForAWordInIt() {
        assertThat(translator.text("Kỳ sau đơn vị sẽ làm tốt hơn")).isEqualTo("Kỳ sau đơn vị sẽ làm tốt hơn");
        assertThat(translator.text("Kỳ 2023-2")).isEqualTo("Cycle 2023-2");
    }

    @Test
    void whatIsTypedAtAnyLengthCostsNoTime() {
        for (String part :
                List.of("a", "(", "A b ", "Kỳ ", "1 việc của ", "Á. ", "– ", ", ", "x\n", " · Tốt", "Đ Đ ")) {
            for (String begin : List.of("", "Kỳ ", "1 việc của ")) {
                String typed = begin + part.repeat(20_000 / part.length()) + "ỹ";
                assertThat(assertTimeoutPreemptively(Duration.ofSeconds(1), () -> translator.text("audit", typed)))
                        .isEqualTo(typed);
                assertTimeoutPreemptively(
                        Duration.ofSeconds(1), () -> translator.phrase("audit", "Kỳ {}", List.of(typed)));
            }
        }
    }

    @Test
    void whatNobodyKnowsStays() {
        assertThat(translator.text("Nguyễn Thị Lan")).isEqualTo("Nguyễn Thị Lan");
        assertThat(translator.text("")).isEmpty();
    }
}
