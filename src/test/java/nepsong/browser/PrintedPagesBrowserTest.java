package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a manager prints from the browser. */
@InTasklist
class PrintedPagesBrowserTest {

    private static final Path PICTURES = Path.of("target", "screenshots", "managers");

    @RegisterExtension
    final FiveCycles cycles;

    @LocalServerPort
    int port;

    @RegisterExtension
    final Chromium chromium = Chromium.launch();

    @Autowired
    PrintedPagesBrowserTest(JdbcClient jdbc) {
        this.cycles = new FiveCycles(jdbc);
    }

    /** On paper there is no navigation, and nothing is cut off at the edge of the sheet. */
    @Test
    void whatIsPrintedIsThePageAndNothingOfItIsCut() throws IOException {
        Page page = new PageReview(chromium, base(), PICTURES).logIn("manager", 1366);
        for (String path : List.of(
                "/progress/2013",
                "/progress/2012/results",
                "/progress/2012/results/criteria",
                "/progress/2012/results/pairs",
                "/progress/2013/tables/tasks?state=open",
                "/progress/2013/processes/self-assessment",
                "/units/q-ba-dinh?cycle=2012",
                "/guide")) {
            page.navigate(base() + path);
            String title = page.locator("h1").first().innerText();
            byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve("printed" + path.replaceAll("[^a-z0-9]+", "-") + ".pdf"), printed);
            Sheets sheets = new Sheets();
            try (PDDocument document = Loader.loadPDF(printed)) {
                assertThat(sheets.getText(document).replaceAll("\\s+", " "))
                        .as(path)
                        .contains(title)
                        .doesNotContain("Đăng xuất", "Hạn, gia hạn");
            }
            assertThat(sheets.beyond).as(path).isEmpty();
        }
    }

    /** Reads sheets and notes what stands beyond the edge of one. */
    private static final class Sheets extends PDFTextStripper {

        private final List<String> beyond = new ArrayList<>();

        Sheets() throws IOException {
            setSortByPosition(true);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            if (!text.getUnicode().isBlank()
                    && (text.getX() < 0 || text.getX() + text.getWidth() > text.getPageWidth())) {
                beyond.add(text.getUnicode());
            }
            super.processTextPosition(text);
        }
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
