package nepsong.selfassessment;

import static nepsong.selfassessment.Cards.GOOD_REASON;
import static nepsong.selfassessment.Cards.criterion;
import static nepsong.selfassessment.Cards.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringPolicyTest {

    private static final List<Criterion> CRITERIA =
            List.of(criterion("A1", "4", false), criterion("B1", "2.5", true), criterion("C1", "18", true));

    @Test
    void aFullCardIsAccepted() {
        assertThat(check(scored("A1", "3.75"), scored("B1", "0"), scored("C1", "18.00")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.25", "4.25", "1E+999999999"})
    void aScoreOutsideZeroToTheMaximumIsRefused(String score) {
        assertThat(check(scored("A1", score), scored("B1", "0"), scored("C1", "0")))
                .containsExactly(Refusal.ofRow("criteria", "A1", "Điểm phải từ 0 đến 4."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "3.99", "0.125", "2.2500001", "1E-999999999"})
    void aScoreBetweenTheQuartersIsRefused(String score) {
        assertThat(check(scored("A1", score), scored("B1", "0"), scored("C1", "0")))
                .containsExactly(Refusal.ofRow("criteria", "A1", "Điểm phải là bội số của 0,25."));
    }

    @Test
    void aRowWithoutAScoreIsRefusedWithItsBounds() {
        assertThat(check(scored("A1", "4"), Answer.scored("B1", null), scored("C1", "0")))
                .containsExactly(Refusal.ofRow("criteria", "B1", "Vui lòng nhập điểm từ 0 đến 2,5."));
    }

    @Test
    void missingRepeatedAndUnknownCriteriaAreNamed() {
        assertThat(check(scored("C1", "1"), scored("X7", "1"), scored("B1", "1"), scored("B1", "2")))
                .extracting(Refusal::row, Refusal::reason)
                .containsExactly(
                        tuple("A1", "Tiêu chí này chưa được chấm."),
                        tuple("B1", "Tiêu chí này bị chấm nhiều lần; mỗi tiêu chí chỉ được chấm một lần."),
                        tuple("X7", "Tiêu chí này không có trong bộ tiêu chí đang chấm."));
    }

    @Test
    void leavingOutIsRefusedWhereTheCriterionAlwaysApplies() {
        assertThat(check(Answer.notApplicable("A1", GOOD_REASON), scored("B1", "1"), scored("C1", "1")))
                .containsExactly(Refusal.ofRow("criteria", "A1", "Tiêu chí này không được chọn “Không áp dụng”."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "không có",
                "1234567890123456789",
                "  1234567890123456789  ",
                "1234567890123456789\u00a0\u200b"
            })
    void aReasonUnderTwentyCharactersIsRefusedHoweverItIsPadded(String reason) {
        assertThat(check(scored("A1", "1"), Answer.notApplicable("B1", reason), scored("C1", "1")))
                .containsExactly(Refusal.ofRow("criteria", "B1", "Lý do không áp dụng phải có ít nhất 20 ký tự."));
    }

    @Test
    void aReasonIsCountedInLettersHoweverTheyAreTyped() {
        String decomposed = Normalizer.normalize("ế".repeat(19), Normalizer.Form.NFD);
        assertThat(decomposed.length()).isGreaterThan(20);
        assertThat(NotApplicablePolicy.length(decomposed)).isEqualTo(19);
        assertThat(NotApplicablePolicy.length(null)).isZero();
    }

    @Test
    void upToTwentyPointsAreLeftOutWithoutAskingAndMoreWithTheSecretaryOnly() {
        List<Criterion> twentyAndAQuarter =
                List.of(criterion("A1", "4", false), criterion("B1", "2", true), criterion("C1", "18.25", true));
        List<Criterion> twenty =
                List.of(criterion("A1", "4", false), criterion("B1", "2", true), criterion("C1", "18", true));
        List<Answer> answers = List.of(
                scored("A1", "3"), Answer.notApplicable("B1", GOOD_REASON), Answer.notApplicable("C1", GOOD_REASON));

        assertThat(ScoringPolicy.check(twenty, answers, false)).isEmpty();
        assertThat(ScoringPolicy.check(twentyAndAQuarter, answers, true)).isEmpty();
        assertThat(ScoringPolicy.check(twentyAndAQuarter, answers, false))
                .containsExactly(Refusal.of(
                        "criteria",
                        "Tổng điểm tối đa của các tiêu chí “Không áp dụng” là 20,25, vượt quá 20 điểm: cần thư ký đoàn"
                                + " chấp thuận."));
        assertThat(SetScore.of(twentyAndAQuarter, answers).score()).isEqualByComparingTo("75.00");
    }

    @Test
    void whatIsLeftOutLeavesTheMaximumAndRoundsHalfUp() {
        SetScore score = SetScore.of(
                CRITERIA, List.of(scored("A1", "3"), Answer.notApplicable("B1", GOOD_REASON), scored("C1", "9.25")));

        assertThat(score.score()).isEqualTo(new BigDecimal("55.68"));
        assertThat(score.groups()).containsOnlyKeys("A", "C");
        assertThat(score.groups().get("A")).isEqualTo(new BigDecimal("75.00"));
        assertThat(score.groups().get("C")).isEqualTo(new BigDecimal("51.39"));
        assertThat(score.leftOut()).isEqualByComparingTo("2.5");
        assertThat(SetScore.of(List.of(criterion("A1", "8", false)), List.of(scored("A1", "0.25")))
                        .score())
                .as("3.125 is rounded up")
                .isEqualTo(new BigDecimal("3.13"));
    }

    @Test
    void aCardWithEverythingLeftOutScoresNothing() {
        List<Criterion> criteria = List.of(criterion("B1", "2", true));
        SetScore score = SetScore.of(criteria, List.of(Answer.notApplicable("B1", GOOD_REASON)));

        assertThat(score.score()).isEqualTo(new BigDecimal("0.00"));
        assertThat(score.groups()).isEmpty();
    }

    private static List<Refusal> check(Answer... answers) {
        return ScoringPolicy.check(CRITERIA, List.of(answers), false);
    }
}
