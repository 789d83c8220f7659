package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is typed into the scorecard of 31 rows arrives, and is never lost on the way. */
@InTasklist
class TypingBrowserTest extends OpenScorecard {

    @Test
    void whatIsTypedFastIntoEveryRowArrives() {
        List<String> typed = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            String score = List.of("0,25", "0,5", "0.75", "1").get(row % 4);
            String note = "Đối chiếu " + row + " việc";
            String number = (row + 1) + "/BC";
            String where = "mục " + row;
            int delay = row % 3 * 5;
            type(SCORE, row, score, delay);
            type(NOTE, row, note, delay);
            type(NUMBER, row, number, delay);
            type(PAGE, row, where, delay);
            typed.add(new BigDecimal(score.replace(',', '.')) + "|" + note + "|" + number + "|" + where);
        }

        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();

        assertThat(stored()).containsExactlyElementsOf(typed);
    }

    @Test
    void enterInALineDoesNotCompleteTheTask() {
        type(NUMBER, 0, "12/BC-UBND", 0);
        page.keyboard().press("Enter");
        type(SCORE, 1, "0.5", 0);
        page.keyboard().press("Enter");
        type(NOTE, 0, "dòng một", 0);
        page.keyboard().press("Enter");
        page.keyboard().type("dòng hai");

        assertThat(desk.openTasks(key())).containsExactly("userTask_scoreCriteria");
        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();
        assertThat(self(0).note()).isEqualTo("dòng một\ndòng hai");
        assertThat(self(0).evidence().number()).isEqualTo("12/BC-UBND");
    }

    @Test
    void aNumberIsTypedAndShownWithACommaAndArrivesAsANumber() {
        type(SCORE, 1, "0,75", 40);
        type(SCORE, 2, "0.5", 40);

        assertThat(shown(1)).isEqualTo("0,75");
        assertThat(shown(2)).isEqualTo("0,5");
        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();
        assertThat(self(1).score()).isEqualByComparingTo("0.75");
        assertThat(self(2).score()).isEqualByComparingTo("0.5");
    }

    @Test
    void anInputMethodsCompositionSurvivesARedraw() {
        CDPSession keyboard = page.context().newCDPSession(page);
        fill(SCORE, 1, "0.5");
        page.getByLabel(NOTE).nth(0).focus();
        for (String composed : List.of("v", "vi", "viê", "việ", "việt")) {
            JsonObject step = new JsonObject();
            step.addProperty("text", composed);
            step.addProperty("selectionStart", composed.length());
            step.addProperty("selectionEnd", composed.length());
            keyboard.send("Input.imeSetComposition", step);
        }
        JsonObject word = new JsonObject();
        word.addProperty("text", "việt");
        keyboard.send("Input.insertText", word);
        page.keyboard().type(" nam");

        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();
        assertThat(self(0).note()).isEqualTo("việt nam");
    }
}
