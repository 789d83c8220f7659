package nepsong.correction;

import static nepsong.correction.FindingRecords.CALENDAR;
import static nepsong.correction.FindingRecords.TODAY;
import static nepsong.correction.FindingRecords.found;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    void ofEachTypeAtMostAsManyAreRepeatedAsThereWereBefore() {
        records.recorded("2022", UNIT, FindingType.BOARD_FADED, Severity.MINOR);
        NewFinding faded = found("BOARD_FADED", "MINOR");
        records.recording().record("2023", UNIT, "secretary", List.of(faded, faded));
        records.recording().record("2023", UNIT, "secretary", List.of(faded));

        assertThat(records.findings().of("2023", UNIT))
                .extracting(Finding::repeated)
                .containsExactly(true, false, false);
        assertThat(records.facts().of("2023", UNIT).repeated()).isEqualTo(1);
    }

    @Test
    void aFindingKeepsTheNumberUnderWhichItsPhotosAreFiled() {
        records.recording()
                .record(
                        "2023",
                        UNIT,
                        "secretary",
                        List.of(
                                new NewFinding(1, null, "CONDUCT", "MINOR", "Sảnh", "Chưa đeo thẻ", null),
                                new NewFinding(3, null, "CONDUCT", "MINOR", "Sảnh", "Chưa chào hỏi", null),
                                found("CONDUCT", "MINOR")));
        assertThat(records.findings().of("2023", UNIT))
                .extracting(Finding::code)
                .containsExactly("TT-1", "TT-3", "TT-4");
    }

    @Test
    void theUnitHasItsDaysFromTheAssignmentAndOwesNothingBefore() {
        Finding finding = records.recorded("2023", UNIT, FindingType.HARASSMENT, Severity.CRITICAL);
        LocalDate muchLater = CALENDAR.plus(finding.dueOn(), 20);
        assertThat(records.facts(muchLater).of("2023", UNIT).unanswered())
                .as("the secretary has not assigned it yet")
                .isZero();

        Assignment words = Assignment.of(finding, "Sảnh", "Gợi ý đưa tiền", "Văn phòng", null);
        assertThat(records.assigning(muchLater)
                        .assign(finding.id(), "secretary", words)
                        .dueOn())
                .isEqualTo(CALENDAR.plus(muchLater, 3))
                .isEqualTo(records.findings().get(finding.id()).dueOn());
        assertThat(records.facts(CALENDAR.plus(muchLater, 14)).of("2023", UNIT).unanswered())
                .isEqualTo(1);
    }

    @Test
    void theSecretaryCorrectsWhatKindOfFindingItIsAndItsTermsFollow() {
        records.recorded("2022", UNIT, FindingType.HARASSMENT, Severity.CRITICAL);
        Finding finding = records.recorded("2023", UNIT, FindingType.CONDUCT, Severity.MINOR);
        AssignCorrection assigning = records.assigning();
        Assignment unknown = new Assignment("CONDUCT", "MAJOR", null, "Sảnh", "Gợi ý đưa tiền", "Văn phòng", null);
        assertThat(assigning.assign(finding.id(), "secretary", unknown).refusals())
                .extracting(Refusal::field)
                .containsExactly("severity");

        Assignment grave =
                new Assignment("HARASSMENT", "CRITICAL", "CS-D1", "Sảnh", "Gợi ý đưa tiền", "Văn phòng", null);
        assertThat(assigning.assign(finding.id(), "secretary", grave).refusals())
                .isEmpty();
        Finding changed = records.findings().get(finding.id());
        assertThat(changed.type()).isEqualTo(FindingType.HARASSMENT);
        assertThat(changed.criterion()).isEqualTo("CS-D1");
        assertThat(changed.repeated()).isTrue();
        assertThat(changed.terms().workingDays()).isEqualTo(3);
        assertThat(changed.dueOn()).isEqualTo(CALENDAR.plus(TODAY, 3));
    }

    @Test
    void aWithdrawnCycleIsNotTheOneBefore() {
        records.recorded("2022", UNIT, FindingType.CONDUCT, Severity.MINOR);
        records.recorded("2023", UNIT, FindingType.BOARD_TORN, Severity.MINOR);
        records.addCycle("2024", 2024);
        records.jdbc
                .sql("update cycles set withdrawn_at = started_at where code = '2023'")
                .update();

        assertThat(records.findings().countsInPreviousCycle("2024", UNIT))
                .containsExactly(Map.entry(FindingType.CONDUCT, 1));
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
        records.assigning()
                .assign(grave.id(), "secretary", Assignment.of(grave, "Sảnh", "Gợi ý đưa tiền", "Văn phòng", null));
        assertThat(records.facts(tenth).of("2023", UNIT).unanswered()).isZero();
        assertThat(records.facts(tenth.plusDays(1)).of("2023", UNIT).unanswered())
                .isEqualTo(1);
    }

    @Test
    void aReportAnswersUntilTheFindingIsReopened() {
        Finding finding = records.recorded("2023", UNIT, FindingType.HARASSMENT, Severity.CRITICAL);
        records.assigning()
                .assign(finding.id(), "secretary", Assignment.of(finding, "Sảnh", "Gợi ý đưa tiền", "Văn phòng", null));
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
