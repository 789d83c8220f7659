package nepsong.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import nepsong.delegation.StandIns;
import nepsong.engine.FormTask;
import nepsong.engine.OpenTask;
import nepsong.evidence.Capture;
import nepsong.evidence.Citation;
import nepsong.evidence.Dossier;
import nepsong.evidence.Evidence;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.FileType;
import nepsong.evidence.TaskEvidence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PieceRowsTest {

    private static final LocalDateTime VISIT = LocalDateTime.of(2023, 9, 12, 9, 0);

    private final PieceRows rows = new PieceRows(mock(StandIns.class));

    @Test
    void aPhotoOfAVisitIsComparedWithTheDayThatWasPlannedForIt() {
        assertThat(warning(EvidenceKind.VISIT, VISIT.plusHours(3), VISIT)).isNull();
        assertThat(warning(EvidenceKind.FINDING, VISIT.minusHours(24), VISIT)).isNull();
        assertThat(warning(EvidenceKind.VISIT, VISIT.plusHours(24), VISIT)).isNull();
        assertThat(warning(EvidenceKind.VISIT, VISIT.plusHours(24).plusMinutes(1), VISIT))
                .isEqualTo("OUTSIDE");
        assertThat(warning(EvidenceKind.FINDING, VISIT.minusMonths(3), VISIT)).isEqualTo("OUTSIDE");
        assertThat(warning(EvidenceKind.VISIT, null, VISIT))
                .as("the camera did not say")
                .isEqualTo("UNREADABLE");
    }

    @Test
    void whatWasNotTakenOnAVisitIsNotComparedWithOne() {
        assertThat(warning(EvidenceKind.SELF_ASSESSMENT, VISIT.minusMonths(3), VISIT))
                .isNull();
        assertThat(warning(EvidenceKind.VISIT, VISIT.minusMonths(3), null)).isNull();
        assertThat(of(EvidenceKind.VISIT, FileType.PDF, null, VISIT).timeWarning())
                .isNull();
    }

    private @Nullable String warning(
            EvidenceKind kind, @Nullable LocalDateTime takenAt, @Nullable LocalDateTime visit) {
        return of(kind, FileType.JPG, takenAt, visit).timeWarning();
    }

    private PieceRow of(
            EvidenceKind kind, FileType type, @Nullable LocalDateTime takenAt, @Nullable LocalDateTime visit) {
        Evidence piece = new Evidence(
                "e1",
                Dossier.ofUnit("2023", "q-ba-dinh"),
                kind,
                "CS-C1",
                "Ảnh.jpg",
                type,
                1,
                "a",
                "b",
                new Citation(null, null, null, null),
                takenAt == null ? null : new Capture(takenAt, null, null),
                Instant.EPOCH,
                "qtayhoInspector",
                null);
        EvidencePlace place = new EvidencePlace(
                Dossier.ofUnit("2023", "q-ba-dinh"), "Quận Ba Đình", List.of(kind), List.of(), false, "", visit, false);
        FormTask task =
                new FormTask("t1", "cross-inspection", "userTask_inspect", "p1", "2023/q-ba-dinh", "", null, Map.of());
        OpenTask open = new OpenTask(task, "Kiểm tra", null, Instant.EPOCH, true);
        return rows.of(new TaskEvidence.View(open, place, List.of(piece), true, false), piece);
    }
}
