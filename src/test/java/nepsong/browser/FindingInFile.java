package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** What a unit's file tells of a finding that was corrected, verified and looked at once more, and of the scores. */
final class FindingInFile {

    private FindingInFile() {}

    static void look(Page page, String file, String reader) {
        assertThat(page.navigate(file).status()).as(reader).isEqualTo(200);
        assertThat(page.locator("#TT-1 .photo img").count())
                .as("before, after, as it was verified, and thirty days on")
                .isEqualTo(4);
        page.waitForFunction(
                "() => [...document.querySelectorAll('#TT-1 .photo img')].every(photo => photo.naturalWidth > 0)");
        assertThat(page.locator("#TT-1").innerText())
                .contains("Đã khắc phục", "Báo cáo lần 1", "Đạt", "Xem lại: còn đạt");
        Locator row = page.locator("#CS-A1");
        assertThat(row.innerText()).contains("Đã bổ sung trong tuần kiểm tra");
        assertThat(List.of("Tự chấm", "Chấm chéo", "Điểm chốt").stream()
                        .map(score ->
                                row.locator("[data-label='" + score + "']").innerText()))
                .as("self, cross and final score")
                .containsExactly("4", "3,5", "3,75");
    }
}
