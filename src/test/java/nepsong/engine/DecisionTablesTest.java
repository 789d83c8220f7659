package nepsong.engine;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nepsong.catalogue.CriteriaSet;
import nepsong.catalogue.Criterion;
import nepsong.evaluation.Grade;
import nepsong.selfassessment.NotApplicablePolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTablesTest {

    private static final DecisionTables TABLES = new DecisionTables();

    static Stream<DecisionCases.Case> cases() {
        return DecisionCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRowAnswersItsCase(DecisionCases.Case expected) {
        DecisionTables.Answer answer = TABLES.evaluate(expected.decision(), expected.inputs());

        assertThat(answer.rules())
                .containsExactlyElementsOf(
                        expected.rules().stream().map(rule -> "rule_" + rule).toList());
        assertThat(answer.rows().stream().map(Map::values).map(List::copyOf).toList())
                .isEqualTo(expected.outputs());
    }

    @Test
    void everyRowOfEveryTableHasACase() {
        Set<String> covered = DecisionCases.all()
                .flatMap(one -> one.rules().stream().map(rule -> one.decision() + " rule_" + rule))
                .collect(toSet());
        Set<String> drawn = DecisionTables.ALL.stream()
                .flatMap(decision -> DecisionTables.rules(decision).stream().map(rule -> decision + " " + rule))
                .collect(toSet());

        assertThat(drawn).hasSizeGreaterThan(50).isEqualTo(covered);
    }

    @Test
    void everyTableInTheFolderIsTestedAndNamedAsItsFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".dmn")))
                    .containsExactlyInAnyOrderElementsOf(DecisionTables.ALL.stream()
                            .map(decision -> decision + ".dmn")
                            .toList());
        }
        for (String name : DecisionTables.ALL) {
            Collection<Decision> decisions = DecisionTables.model(name).getModelElementsByType(Decision.class);
            assertThat(decisions).hasSize(1).allSatisfy(decision -> {
                assertThat(decision.getId()).isEqualTo(name);
                assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
                assertThat(decision.getDescription().getTextContent()).isNotBlank();
            });
        }
    }

    @Test
    void everyRowSaysInWordsWhatItIsAbout() {
        for (String name : DecisionTables.ALL) {
            assertThat(DecisionTables.model(name).getModelElementsByType(Rule.class))
                    .extracting(Rule::getDescription)
                    .extracting(ModelElementInstance::getTextContent)
                    .allSatisfy(text -> assertThat(text).isNotBlank());
        }
    }

    @Test
    void everyScoreEarnsExactlyOneGradeAndNeverAWorseOneThanALowerScore() {
        int before = 0;
        for (int hundredths = 0; hundredths <= 10_000; hundredths += 50) {
            Map<String, Object> row = TABLES.evaluate(
                            "performance-grade", Map.of("score", BigDecimal.valueOf(hundredths, 2)))
                    .rows()
                    .get(0);
            Grade grade = Grade.valueOf((String) row.get("grade"));
            assertThat(row.get("label")).isEqualTo(grade.title());
            assertThat(grade.level()).isGreaterThanOrEqualTo(before);
            before = grade.level();
        }
    }

    @Test
    void theCapsAskForExactlyTheFactsThatAreGathered() {
        assertThat(DecisionTables.inputs("grade-cap"))
                .containsExactlyInAnyOrderElementsOf(DecisionCases.faultless().keySet());
    }

    @Test
    void everyFindingOfEverySeverityHasADeadline() {
        Set<String> types = new HashSet<>();
        DecisionCases.all()
                .filter(one -> one.decision().equals("finding-deadline"))
                .forEach(one -> types.add((String) one.inputs().get("type")));
        assertThat(types).hasSize(12);
        for (String type : types) {
            for (String severity : List.of("MINOR", "MAJOR", "CRITICAL")) {
                assertThat(TABLES.evaluate("finding-deadline", Map.of("type", type, "severity", severity))
                                .rows())
                        .hasSize(1);
            }
        }
    }

    @Test
    void theTableAndThePolicyAgreeOnWhatMayBeLeftOut() {
        for (String rule : new String[] {null, "khi không có"}) {
            Criterion criterion =
                    new Criterion("CS-B6", CriteriaSet.WORKPLACE, "B", "", "", "", BigDecimal.valueOf(2), "", "", rule);
            for (int length : new int[] {0, 1, 19, 20, 21, 500}) {
                for (String points : List.of("0.25", "19.75", "20", "20.25", "100")) {
                    assertThat(NotApplicablePolicy.decide(criterion, "ừ".repeat(length), new BigDecimal(points))
                                    .name())
                            .isEqualTo(leftOut(
                                    rule != null,
                                    length,
                                    new BigDecimal(points),
                                    NotApplicablePolicy.SHORTEST_REASON,
                                    NotApplicablePolicy.POINTS_WITHOUT_APPROVAL));
                }
            }
        }
    }

    @Test
    void theTableOfWhatMayBeLeftOutHasNoBoundsOfItsOwn() {
        assertThat(leftOut(true, 12, new BigDecimal("25"), 10, new BigDecimal("30")))
                .isEqualTo("AUTOMATIC");
        assertThat(leftOut(true, 12, new BigDecimal("15"), 10, BigDecimal.TEN)).isEqualTo("SECRETARY");
        assertThat(leftOut(true, 40, new BigDecimal("15"), 50, BigDecimal.TEN)).isEqualTo("REASON_TOO_SHORT");
    }

    private static Object leftOut(
            boolean allowed, int length, BigDecimal points, int shortest, BigDecimal withoutApproval) {
        return TABLES.evaluate(
                        "na-approval",
                        Map.of(
                                "allowed",
                                allowed,
                                "reasonLength",
                                length,
                                "notApplicablePoints",
                                points,
                                "shortestReason",
                                shortest,
                                "pointsWithoutApproval",
                                withoutApproval))
                .rows()
                .get(0)
                .get("outcome");
    }
}
