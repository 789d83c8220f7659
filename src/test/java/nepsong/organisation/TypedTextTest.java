package nepsong.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedTextTest {

    /** A text area that holds twenty thousand characters sends a second one for the end of each line. */
    @Test
    void theEndOfALineIsOneCharacterAsTheBrowserCountsIt() {
        String sent = "Lý do\r\n".repeat(3_000);
        assertThat(sent).hasSizeGreaterThan(20_000);

        String text = TypedText.of("  " + sent);

        assertThat(text).startsWith("Lý do\nLý do\n").endsWith("Lý do").doesNotContain("\r");
        assertThat(TypedText.length(text)).isEqualTo(17_999);
        assertThat(TypedText.of("một\rhai")).isEqualTo("một\nhai");
    }

    @Test
    void lettersAndTheirMarksAreOneCharacterAndSoIsWhatLiesBeyondTheFirstPlane() {
        assertThat(TypedText.of("Ho\u0323\u0302i nghi\u0323 ")).isEqualTo("Hội nghị");
        assertThat(TypedText.length("𠮷𠮷")).isEqualTo(2);
    }

    /** Zero-width and no-break blanks, marks of direction, the Hangul filler and the empty Braille cell. */
    @Test
    void whatNobodySeesIsNoText() {
        assertThat(TypedText.of("\u200B\u200D\u00A0\u2060\u202E\uFEFF\u3164\u2800 \t".repeat(20)))
                .isEmpty();
        assertThat(TypedText.of("\u200Bđã xem\u200B")).contains("đã xem");
        assertThat(TypedText.of("\u0000")).as("refused for itself").isNotEmpty();
    }

    @Test
    void whatIsNoCharacterOrHalfOfOneIsNotKept() {
        assertThat(TypedText.canBeKept("Hội nghị 𠮷 👨\u200D👩\u200D👧 \u202E")).isTrue();
        assertThat(List.of("a\u0000b", "a\uD800b", "a\uDC00", "\uDC00\uD800")).noneMatch(TypedText::canBeKept);
    }

    @Test
    void aSentenceThatIsQuotedInAnotherLeavesItsFullStopBehind() {
        assertThat(TypedText.withinSentence("Thiếu hồ sơ. Cần bổ sung.\n")).isEqualTo("Thiếu hồ sơ. Cần bổ sung");
        assertThat(TypedText.withinSentence("Thiếu hồ sơ...")).isEqualTo("Thiếu hồ sơ...");
    }

    @Test
    void aTextThatIsTooLongIsCutBetweenCharacters() {
        assertThat(TypedText.shortened("Ba Đình", 7)).isEqualTo("Ba Đình");
        assertThat(TypedText.shortened("Ba Đình", 6)).isEqualTo("Ba Đì…");
        assertThat(TypedText.shortened("ab😀cd", 4)).isEqualTo("ab…");
    }
}
