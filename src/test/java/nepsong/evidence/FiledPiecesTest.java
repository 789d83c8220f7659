package nepsong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiledPiecesTest {

    @Test
    void aRowTellsNumberDateAndPageOfEachOfItsFiles() {
        FiledPieces filed = FiledPieces.of(List.of(
                piece(
                        "CS-A1",
                        "Kế hoạch.pdf",
                        new Citation("98/KH-UBND", LocalDate.of(2023, 3, 12), "Kế hoạch", "mục II, trang 4")),
                piece("CS-A1", "Sảnh tầng 1.jpg", new Citation(null, null, null, null)),
                piece("CS-A2", "Danh sách.xlsx", new Citation(null, null, null, "trang 2"))));

        assertThat(filed.count("CS-A1")).isEqualTo(2);
        assertThat(filed.words("CS-A1"))
                .isEqualTo("số 98/KH-UBND, ngày 12/03/2023, mục II, trang 4 (Kế hoạch.pdf); Sảnh tầng 1.jpg");
        assertThat(filed.words("CS-A2")).isEqualTo("trang 2 (Danh sách.xlsx)");
        assertThat(filed.count("CS-A3")).isZero();
        assertThat(filed.words("CS-A3")).isEmpty();
    }

    private static Evidence piece(String criterion, String fileName, Citation citation) {
        return new Evidence(
                fileName,
                Dossier.ofUnit("2023", "q-ba-dinh"),
                EvidenceKind.SELF_ASSESSMENT,
                criterion,
                fileName,
                FileType.PDF,
                1,
                "a",
                "a",
                citation,
                null,
                Instant.EPOCH,
                "qbadinhCoordinator",
                null);
    }
}
