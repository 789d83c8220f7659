package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nepsong.catalogue.Criterion;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What the scorecard of 31 rows shows, refuses, and computes while somebody types. */
@InTasklist
class ScorecardBrowserTest extends OpenScorecard {

    /** Whole sentences; one that form-js puts together is said in the test. */
    private static final Pattern COMPLAINT =
            Pattern.compile("[\"`]((?:Field (?:is|must)|Value is|Please select)[^\"`]*[.)])[\"`]");

    /** In groups with what they come to; each criterion once, with its rule and evidence; nothing technical. */
    @Test
    void theSheetIsReadable() {
        List<Criterion> criteria = checklists.of(cycle, UNIT).criteria();
        String seen = page.locator(".fjs-container").innerText();

        assertThat(criteria).hasSize(ROWS).allSatisfy(one -> assertThat(seen)
                .containsOnlyOnce(one.code() + ". " + one.text())
                .containsOnlyOnce("Cộng nhóm " + one.group() + ": "
                        + criteria.stream()
                                .filter(other -> other.group().equals(one.group()))
                                .count()
                        + " / "));
        assertThat(criteria.stream().map(Criterion::group).distinct()).containsExactly("A", "B", "C", "D", "E", "F");
        assertThat(seen.split("Cách chấm: \\S", -1)).hasSize(ROWS + 1);
        assertThat(seen.split("Minh chứng cần có: \\S", -1)).hasSize(ROWS + 1);
        assertThat(seen).doesNotContain("§");
    }

    @Test
    void aScoreAboveTheMaximumIsNamedAndNothingTypedIsLost() {
        type(NOTE, 3, "Có sổ theo dõi từng tháng", 0);
        fill(SCORE, 2, "99");

        assertThat(tasklist.submit()).isFalse();

        assertThat(tasklist.errors()).singleElement().asString().contains("Giá trị không được lớn hơn");
        assertThat(value(SCORE, 2)).isEqualTo("99");
        assertThat(value(SCORE, 30)).isEqualTo("1");
        assertThat(value(NOTE, 3)).isEqualTo("Có sổ theo dõi từng tháng");
        assertThat(desk.openTasks(key())).containsExactly("userTask_scoreCriteria");
        tasklist.screenshot(Path.of("target", "screenshots", "scorecard-wrong-score.png"));
    }

    /** Each complaint that its bundle holds, and one of them as a person meets it. */
    @Test
    void formJsComplainsInVietnamese() throws IOException {
        List<String> complaints = new ArrayList<>(
                List.of("Value is expected to be an integer.", "Value is expected to have at most 2 decimal digits."));
        COMPLAINT
                .matcher(new ClassPathResource("META-INF/resources/webjars/camunda/lib/deps.js")
                        .getContentAsString(StandardCharsets.UTF_8))
                .results()
                .map(complaint -> complaint.group(1).replaceAll("\\$\\{[^}]*}", "5"))
                .forEach(complaints::add);
        assertThat(complaints).hasSizeGreaterThanOrEqualTo(12);
        assertThat(page.evaluate(
                        """
                        async complaints => {
                          const script = performance.getEntriesByType('resource').find(one => one.name.endsWith('/messages.js'));
                          const {translated} = await import(script.name);
                          return complaints.filter(one => translated(one) === null);
                        }""",
                        complaints))
                .isEqualTo(List.of());

        fill(SCORE, 2, "");
        assertThat(tasklist.submit()).isFalse();
        assertThat(tasklist.errors()).containsExactly("Trường này bắt buộc phải nhập.");
    }

    @Test
    void aRefusalOfTheServerIsReadableAndNothingTypedIsLost() {
        type(NOTE, 4, "Đã niêm yết nội quy tại trụ sở", 0);
        Locator issued = page.getByLabel(ISSUED).first();
        issued.click();
        page.keyboard().type("01/02/2099");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");

        assertThat(tasklist.submit()).isFalse();

        assertThat(tasklist.notice()).contains("CS-A1").contains("tương lai").doesNotContain("Exception");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "scorecard-refused.png")));
        assertThat(value(NOTE, 4)).isEqualTo("Đã niêm yết nội quy tại trụ sở");
        assertThat(value(SCORE, 30)).isEqualTo("1");
        assertThat(issued.inputValue()).isEqualTo("1/2/2099");

        issued.fill("01/02/2023");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();
        assertThat(self(0).evidence().issuedOn()).isEqualTo("2023-02-01");
        assertThat(self(4).note()).isEqualTo("Đã niêm yết nội quy tại trụ sở");
    }

    /** Else each letter would have every expression of every row computed anew, out of all the variables there are. */
    @Test
    void anExpressionReadsOnlyWhatItNamesAndFollowsAValueThatIsChangedInItsPlace() {
        assertThat(
                        page.evaluate(
                                """
                        () => {
                          let load;
                          webpackChunkcamunda_bpm_webapp.push([[Symbol('test')], {}, own => { load = own; }]);
                          const {ConditionChecker, FeelExpressionLanguage, FeelersTemplating} = load(11306);
                          let others = 0;
                          const variables = {row: {score: 1}, get other() { others += 1; return 1; }};
                          const answers = () => [
                            new ConditionChecker().check('=row.score = 1', variables),
                            new FeelExpressionLanguage().evaluate('=row.score + 1', variables),
                            new FeelersTemplating().evaluate('{{row.score}} / {{row.most}}', variables)];
                          const first = answers();
                          const again = answers();
                          variables.row.score = 2;
                          variables.row.most = 4;
                          return [first, again, answers(), others];
                        }"""))
                .isEqualTo(List.of(List.of(true, 2, "1 / "), List.of(true, 2, "1 / "), List.of(false, 3, "2 / 4"), 0));
    }
}
