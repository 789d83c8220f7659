package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nepsong.progress.Listing;
import nepsong.progress.Listings;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** What spreadsheets make of texts that begin like formulas. */
final class PoisonedSpreadsheets {

    private PoisonedSpreadsheets() {}

    /**
     * All of them; those that show what was typed are named.
     *
     * @param tables where they are
     */
    static void holdTextsOnly(Page page, String tables, Listings listings) {
        Set<String> poisoned = new TreeSet<>();
        for (Listing listing : listings.all()) {
            String table = tables + listing.name();
            String lines = page.request().get(table + "/csv").text();
            try (Workbook book = WorkbookFactory.create(
                    new ByteArrayInputStream(page.request().get(table + "/xlsx").body()))) {
                List<String> texts = new ArrayList<>();
                book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                    assertThat(cell.getCellType()).as(table).isNotEqualTo(CellType.FORMULA);
                    texts.add(cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "");
                })));
                texts.stream().filter(text -> text.contains("ran(")).forEach(text -> {
                    poisoned.add(listing.name());
                    assertThat(lines).as(table).contains(text.replace("\"", "\"\""));
                });
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        assertThat(poisoned).contains("tasks", "scores", "unit-stages", "blocs", "cycles");
    }
}
