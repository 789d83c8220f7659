package nepsong.correction;

import static nepsong.correction.FindingRecords.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.LongStream;
import nepsong.cycle.Refusal;
import nepsong.evidence.EvidenceKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportCorrectionTest {

    private final FindingRecords records = new FindingRecords();
    private final Finding grave = records.recorded("2023", "q-ba-dinh", FindingType.HARASSMENT, Severity.CRITICAL);

    @Test
    void aReportIsStoredAsItWasTyped() {
        CorrectionReport report = new CorrectionReport(
                "Đã làm lại bảng và treo ở chỗ dễ thấy", TODAY, Cause.FUNDING, new BigDecimal(1_200_000), "Ảnh 3");

        assertThat(records.reporting().report(grave.id(), "coordinator", report))
                .isEmpty();

        ReportedCorrection stored = records.reports().of(grave.id()).get(0);
        assertThat(stored.report()).isEqualTo(report);
        assertThat(stored.number()).isEqualTo(1);
        assertThat(stored.verdict()).isNull();
        assertThat(records.reports().of("2023", null)).containsOnlyKeys(grave.id());
        assertThat(records.reports().of("2023", "q-tay-ho")).isEmpty();
    }

    @Test
    void nothingIsCompletedTomorrow() {
        assertThat(records.reporting().report(grave.id(), "", report(TODAY.plusDays(1), null)))
                .extracting(Refusal::field)
                .containsExactly("completedOn");
        assertThat(records.reports().of(grave.id())).isEmpty();
    }

    @Test
    void nothingIsMendedBeforeItWasFoundAndNoPhotoShowsIt() {
        assertThat(records.reporting().report(grave.id(), "", report(TODAY.minusDays(1), null)))
                .extracting(Refusal::field)
                .containsExactly("completedOn");

        Finding worn = records.recorded("2023", "q-ba-dinh", FindingType.BOARD_FADED, Severity.MINOR);
        records.photographed(EvidenceKind.CORRECTION, worn.code() + ".1", TODAY.atTime(9, 0));
        assertThat(records.reporting().report(worn.id(), "", report(TODAY, null)))
                .as("it was found at noon")
                .extracting(Refusal::reason)
                .singleElement()
                .asString()
                .contains("“Ảnh.jpg” được chụp lúc 09:00 ngày 16/10/2023, trước khi");
        records.photographed(EvidenceKind.CORRECTION, worn.code() + ".1", TODAY.atTime(13, 0));
        assertThat(records.reporting().report(worn.id(), "", report(TODAY, null)))
                .isEmpty();
    }

    @Test
    void aPhotoIsOwedWhereTheTermsAskForOne() {
        Finding worn = records.recorded("2023", "q-ba-dinh", FindingType.BOARD_FADED, Severity.MINOR);

        String code = worn.code();
        AssignCorrection assigning = records.assigning();
        Assignment assignment = Assignment.of(worn, "Sảnh", "Bảng mờ", "Văn phòng", "Ảnh 2, trang 4 biên bản");
        assertThat(assigning.assign(worn.id(), "", assignment).refusals())
                .as("what is only written about is not seen")
                .extracting(Refusal::field)
                .containsExactly("photo");
        records.photographed(EvidenceKind.FINDING, code);
        assertThat(assigning.assign(worn.id(), "", assignment).refusals()).isEmpty();

        assertThat(records.reporting().report(worn.id(), "", report(TODAY, "Ảnh 1")))
                .extracting(Refusal::field)
                .containsExactly("photo");
        records.photographed(EvidenceKind.CORRECTION, code + ".1");
        assertThat(records.reporting().report(worn.id(), "", report(TODAY, null)))
                .isEmpty();

        records.findings().reopen(worn.id(), TODAY.plusDays(9));
        assertThat(records.reporting().report(worn.id(), "", report(TODAY, null)))
                .as("the photo of the first correction does not prove the second")
                .extracting(Refusal::field)
                .containsExactly("photo");
    }

    @Test
    void aSampleIsDrawnAgainFromItsSeedAndWhatWasReopenedIsAlwaysInIt() {
        Finding worn = records.recorded("2023", "q-ba-dinh", FindingType.BOARD_FADED, Severity.MINOR);
        long drawn = LongStream.range(0, 10_000)
                .filter(seed -> RecheckDraw.of(worn, seed).drawn())
                .count();
        assertThat(drawn).as("30 percent").isBetween(2_800L, 3_200L);
        assertThat(RecheckDraw.of(worn, 7)).isEqualTo(RecheckDraw.of(worn, 7));
        assertThat(LongStream.range(0, 100)
                        .allMatch(seed -> RecheckDraw.of(grave, seed).drawn()))
                .isTrue();
        records.findings().reopen(worn.id(), TODAY);
        Finding reopened = records.findings().get(worn.id());
        assertThat(LongStream.range(0, 100)
                        .allMatch(seed -> RecheckDraw.of(reopened, seed).drawn()))
                .isTrue();
        records.photographed(EvidenceKind.CORRECTION, worn.code() + ".2");
        assertThat(records.reporting().report(worn.id(), "", report(TODAY, null)))
                .isEmpty();
        assertThat(records.reports().of(worn.id()).get(0).draw()).isNotNull();
    }

    private static CorrectionReport report(LocalDate completedOn, @Nullable String photo) {
        return new CorrectionReport("Đã sửa", completedOn, Cause.OTHER, null, photo);
    }
}
