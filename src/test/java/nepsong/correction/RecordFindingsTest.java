package nepsong.correction;

import static nepsong.correction.FindingRecords.CALENDAR;
import static nepsong.correction.FindingRecords.TODAY;
import static nepsong.correction.FindingRecords.found;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nepsong.cycle.Refusal;
import org.junit.jupiter.api.Test;

class RecordFindingsTest {

    private static final String UNIT = "q-ba-dinh";

    private final FindingRecords records = new FindingRecords();

    @Test
    void aFindingIsStoredWithItsDeadlineInWorkingDaysAndItsCorrectionBegins() {
        assertThat(records.recording().record("2023", UNIT, "secretary", List.of(found("BOARD_FADED", "MINOR"))))
                .isEmpty();

        Finding stored = records.findings().of("2023", UNIT).get(0);
        assertThat(stored.dueOn()).isEqualTo(LocalDate.of(2023, 10, 30));
        assertThat(stored.code()).isEqualTo("TT-1");
        assertThat(stored.place()).isEqualTo("Bộ phận một cửa");
        assertThat(stored.criterion()).isEqualTo("CS-C1");
        assertThat(stored.isOpen()).isTrue();
        assertThat(stored.repeated()).isFalse();
        assertThat(records.started).containsExactly(stored);
    }

    @Test
    void oneBadRowRefusesAllAndIsNamed() {
        List<Refusal> refusals = records.recording()
                .record(
                        "2023",
                        UNIT,
                        "secretary",
                        List.of(
                                found("BOARD_FADED", "MINOR"),
                                found("BOARD_FADED", "MAJOR"),
                                new NewFinding("DUST", "MINOR", " ", "", null)));

        assertThat(refusals)
                .extracting(refusal -> refusal.row() + " " + refusal.field())
                .containsExactly("2 type", "3 place", "3 description", "3 type");
        assertThat(records.findings().of("2023", null)).isEmpty();
        assertThat(records.started).isEmpty();
    }

    @Test
    void numbersGoOnWithinTheUnit() {
        records.recorded("2023", UNIT, FindingType.CONDUCT, Severity.MINOR);
        records.recorded("2023", "q-tay-ho", FindingType.CONDUCT, Severity.MINOR);
        records.recorded("2023", UNIT, FindingType.CONDUCT, Severity.MINOR);

        assertThat(records.findings().of("2023", null))
                .extracting(finding -> finding.unit() + " " + finding.code())
                .containsExactly("q-ba-dinh TT-1", "q-ba-dinh TT-2", "q-tay-ho TT-1");
    }

    @Test
    void whatWasFoundInTheCycleBeforeIsFoundAgain() {
        records.recorded("2022", UNIT, FindingType.CONDUCT, Severity.MINOR);
        records.recorded("2022", "q-tay-ho", FindingType.BOARD_TORN, Severity.MINOR);

        assertThat(records.recorded("2023", UNIT, FindingType.CONDUCT, Severity.CRITICAL)
                        .repeated())
                .isTrue();
        assertThat(records.recorded("2023", UNIT, FindingType.BOARD_TORN, Severity.MINOR)
                        .repeated())
                .isFalse();
        records.addCycle("2024", 2024);
        assertThat(records.recorded("2024", "q-tay-ho", FindingType.BOARD_TORN, Severity.MINOR)
                        .repeated())
                .as("only the cycle just before counts")
                .isFalse();
    }

    @Test
    void aWithdrawnCycleIsNotTheOneBefore() {
        records.recorded("2022", UNIT, FindingType.CONDUCT, Severity.MINOR);
        records.recorded("2023", UNIT, FindingType.BOARD_TORN, Severity.MINOR);
        records.addCycle("2024", 2024);
        records.jdbc
                .sql("update cycles set withdrawn_at = started_at where code = '2023'")
                .update();

        assertThat(records.findings().typesInPreviousCycle("2024", UNIT)).containsExactly(FindingType.CONDUCT);
    }

    @Test
    void theFactsForTheCapsAreCountedPerUnit() {
        Finding grave = records.recorded("2023", UNIT, FindingType.HARASSMENT, Severity.CRITICAL);
        Finding closed = records.recorded("2023", UNIT, FindingType.HARASSMENT, Severity.CRITICAL);
        records.findings().close(closed.id(), "secretary");
        records.recorded("2023", UNIT, FindingType.CONDUCT, Severity.MINOR);
        records.recorded("2023", "q-tay-ho", FindingType.CONDUCT, Severity.MINOR);

        assertThat(records.facts().of("2023"))
                .containsEntry(UNIT, new FindingFacts(2, 1, 0, 0))
                .containsEntry("q-tay-ho", new FindingFacts(1, 0, 0, 0))
                .hasSize(2);
        assertThat(records.facts().of("2023", "q-hoan-kiem").open()).isZero();
        LocalDate tenth = CALENDAR.plus(grave.dueOn(), 10);
        assertThat(records.facts(tenth).of("2023", UNIT).unanswered()).isZero();
        assertThat(records.facts(tenth.plusDays(1)).of("2023", UNIT).unanswered())
                .isEqualTo(1);
    }

    @Test
    void aReportAnswersUntilTheFindingIsReopened() {
        Finding finding = records.recorded("2023", UNIT, FindingType.HARASSMENT, Severity.CRITICAL);
        records.reports()
                .add(
                        finding.id(),
                        1,
                        "",
                        new CorrectionReport("Đã sửa", TODAY, Cause.OTHER, null, null),
                        new RecheckDraw(1, true));
        UnitFindings later = records.facts(CALENDAR.plus(finding.dueOn(), 11));
        assertThat(later.of("2023", UNIT).unanswered()).isZero();

        records.findings().reopen(finding.id(), finding.dueOn());

        assertThat(later.of("2023", UNIT).unanswered()).isEqualTo(1);
        assertThat(records.findings().get(finding.id()).reopened()).isEqualTo(1);
    }
}
