package nepsong.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {

    private final Translator translator = new Translator(
            new Translations(
                    "en",
                    "English",
                    "d MMM yyyy",
                    "d MMM",
                    Map.of("*", Map.of("Kỳ {}", "Cycle {}", "Việc", "Task"), "audit", Map.of("Việc", "Action")),
                    Map.ofEntries(
                            Map.entry("{#} việc của {}", "{2}: {1} [task|tasks]"),
                            Map.entry("Hạn {#}", "Due {#}"),
                            Map.entry("Hồ sơ {}", "File of {}"),
                            Map.entry("Hồ sơ khen thưởng", "Nominations"),
                            Map.entry("Kế hoạch số {} ngày {}.", "Plan No. {} of {}."),
                            Map.entry("Đoàn có {#} thành viên.", "The team has {} members."),
                            Map.entry("Các đơn vị xếp loại Tốt: {}.", "Graded Good: {}."),
                            Map.entry("Thành viên đoàn – Sở Nội vụ", "Member – Home Affairs"),
                            Map.entry("{} ({#})", "{} ({})"),
                            Map.entry("**{#}** điểm", "**{#}** [point|points]"),
                            Map.entry("Tốt", "Good"),
                            Map.entry("Khá", "Fair"),
                            Map.entry("Nhắc", "Remind")),
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
    void aNumberWithASignBeforeItIsWrittenAsTheLanguageDoes() {
        Translator english = new Translator(TranslationsTest.languages().get(0), Map::of, Models.names());

        assertThat(english.text("△ 70,31")).isEqualTo("△ 70.31");
        assertThat(english.text("▼ 45,5")).isEqualTo("▼ 45.5");
    }

    @Test
    void theFormOfAVisitIsNoFormOfAward() {
        Translator english = new Translator(TranslationsTest.languages().get(0), Map::of, Models.names());

        assertThat(english.text("posting-list", "Hình thức")).isEqualTo("Form of award");
        assertThat(english.text("visit-form", "Hình thức")).isEqualTo("Kind of visit");
    }

    @Test
    void signsAroundTheFirstOfSeveralAreItsOwn() {
        assertThat(translator.text("**3,75** điểm; Tốt")).isEqualTo("**3.75** points; Good");
    }

    @Test
    void aLabelIsSaidAndWhatFollowsItIsTypedAsItWas() {
        assertThat(translator.text("Nhắc: sẽ gửi sau – rất mong")).isEqualTo("Remind: sẽ gửi sau – rất mong");
        assertThat(translator.text("Tốt; V10: Khá")).isEqualTo("Good; V10: Fair");
    }

    @Test
    void sentencesAreToldApartBeforeOneOfThemTakesThemAll() {
        assertThat(translator.text("Kế hoạch số 5/KH ngày 24/11/2023. Đoàn có 7 thành viên."))
                .isEqualTo("Plan No. 5/KH of 24/11/2023. The team has 7 members.");
    }

    @Test
    void whatIsKnownAsAWholeIsNotToldApart() {
        assertThat(translator.text("Lan – Thành viên đoàn – Sở Nội vụ")).isEqualTo("Lan – Member – Home Affairs");
        assertThat(translator.text("Hồ sơ khen thưởng – Kỳ 2023")).isEqualTo("Nominations – Cycle 2023");
    }

    @Test
    void anEnumerationOfOursMayBeLong() {
        assertThat(translator.text("Các đơn vị xếp loại Tốt: " + "Quận Ba Đình; ".repeat(50) + "Quận Ba Đình."))
                .isEqualTo("Graded Good: " + "Ba Dinh District; ".repeat(50) + "Ba Dinh District.");
        assertThat(translator.text("Tốt (4); Khá (24/11/2023)")).isEqualTo("Good (4); Fair (24 Nov 2023)");
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

    @ParameterizedTest
    @ValueSource(ints = {290, 1_990, 20_000})
    void whatIsTypedAtAnyLengthCostsNoTime(int length) {
        Translator english = new Translator(TranslationsTest.languages().get(0), Map::of, Models.names());
        for (String part : List.of(
                "a",
                "(",
                "A b ",
                "Kỳ ",
                "1 việc của ",
                "Á. ",
                "– ",
                ", ",
                "; ",
                "a: ",
                "a – b ",
                "x\n",
                " · Tốt",
                "Đ Đ ")) {
            for (String begin : List.of("", "Kỳ ", "1 việc của ")) {
                String typed = begin + part.repeat(length / part.length()) + "ỹ";
                assertTimeoutPreemptively(
                        Duration.ofSeconds(1), () -> english.text("audit", typed), "%s %s".formatted(begin, part));
                assertTimeoutPreemptively(
                        Duration.ofSeconds(1), () -> english.phrase("audit", "Kỳ {}", List.of(typed)));
            }
        }
    }

    @Test
    void whatIsLongerThanAnythingOfOursIsLeftAsItWasTyped() {
        String typed = "Tốt. Khá; Tốt – Khá, ".repeat(1_000);
        assertThat(translator.text("audit", typed)).isEqualTo(typed);
    }

    @Test
    void whatNobodyKnowsStays() {
        assertThat(translator.text("Nguyễn Thị Lan")).isEqualTo("Nguyễn Thị Lan");
        assertThat(translator.text("")).isEmpty();
    }

    @Test
    void entriesOfAListMayBeginWithAName() {
        Translator english = new Translator(TranslationsTest.languages().get(0), Map::of, Models.names());
        assertThat(english.text("- “Huyện Ba Vì” kiểm tra “Huyện Sóc Sơn” có 3 điểm bất lợi: cách nhau khoảng 45 km.\n"
                        + "- “Quận Tây Hồ” kiểm tra “Quận Ba Đình” có 2 điểm bất lợi: cùng địa bàn; quy mô khác nhau."))
                .isEqualTo(
                        "- “Huyện Ba Vì” inspecting “Huyện Sóc Sơn” has 3 disadvantages: about 45 km apart.\n"
                                + "- “Quận Tây Hồ” inspecting “Quận Ba Đình” has 2 disadvantages: in the same area; of different size.");
    }
}
