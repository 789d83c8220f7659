package nepsong.catalogue;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.organisation.CsvFile;
import nepsong.organisation.CsvRow;
import nepsong.organisation.FileError;
import nepsong.organisation.LoadOutcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes a file of themes as their next version. Columns {@code theme, theme_vi, theme_en, code, text_vi} and optionally
 * {@code text_en}. The common items and those of a theme must be ten together: each is worth 10 of a place's 100 points.
 */
@Service
public class LoadThemes {

    static final List<String> REQUIRED = List.of("theme", "theme_vi", "theme_en", "code", "text_vi");
    static final List<String> OPTIONAL = List.of("text_en");
    private static final int ITEMS_OF_A_PLACE = 10;

    private final JdbcThemes themes;
    private final Clock clock;

    LoadThemes(JdbcThemes themes, Clock clock) {
        this.themes = themes;
        this.clock = clock;
    }

    /** @param by id of the person who publishes it */
    @Transactional
    public LoadOutcome load(byte[] content, String by) {
        CsvFile file = CsvFile.read(content, REQUIRED, OPTIONAL);
        Map<String, Theme> read = new LinkedHashMap<>();
        Map<String, CsvRow> lastRows = new HashMap<>();
        Set<String> codes = new HashSet<>();
        file.rows().forEach(row -> add(row, read, lastRows, codes));
        if (file.errors().isEmpty()) {
            refuseWrongCounts(file, read, lastRows);
        }
        if (!file.errors().isEmpty()) {
            return LoadOutcome.refused(file.errors());
        }
        List<Theme> said = List.copyOf(read.values());
        themes.awaitTurn();
        return themes.newestThatSays(said)
                .map(LoadThemes::known)
                .orElseGet(() -> LoadOutcome.loaded(
                        themes.publish(said, OffsetDateTime.now(clock), by),
                        file.rows().size()));
    }

    private static LoadOutcome known(int version) {
        return LoadOutcome.refused(List.of(new FileError(
                0,
                "file",
                "Nội dung tệp giống hệt phiên bản %d đang dùng nên không lập thêm phiên bản.".formatted(version))));
    }

    private static void add(CsvRow row, Map<String, Theme> read, Map<String, CsvRow> lastRows, Set<String> codes) {
        String theme = row.required("theme", 32);
        String title = row.required("theme_vi", 255);
        String englishTitle = row.required("theme_en", 255);
        String code = row.required("code", 32);
        if (!code.isEmpty() && !codes.add(code)) {
            row.refuse("code", "Mã “%s” bị trùng trong tệp.".formatted(code));
        }
        Theme known = read.getOrDefault(theme, new Theme(theme, title, englishTitle, List.of()));
        if (!known.title().equals(title)) {
            row.refuse("theme_vi", "Chuyên đề %s đã có tên “%s” ở dòng trên.".formatted(theme, known.title()));
        }
        List<Theme.Item> items = new ArrayList<>(known.items());
        items.add(new Theme.Item(code, row.required("text_vi", 2000), row.optional("text_en", 2000)));
        read.put(theme, new Theme(theme, known.title(), known.englishTitle(), items));
        lastRows.put(theme, row);
    }

    private static void refuseWrongCounts(CsvFile file, Map<String, Theme> read, Map<String, CsvRow> lastRows) {
        Theme common = read.get(Theme.COMMON);
        if (common == null) {
            file.refuse(file.lastLine(), "theme", "Thiếu các mục chung (theme = common).");
            return;
        }
        read.forEach((code, theme) -> {
            int items = common.items().size() + theme.items().size();
            CsvRow last = lastRows.get(code);
            if (theme != common && last != null && items != ITEMS_OF_A_PLACE) {
                last.refuse(
                        "theme",
                        "Mục chung và chuyên đề %s cộng lại là %d mục, phải đúng %d."
                                .formatted(code, items, ITEMS_OF_A_PLACE));
            }
        });
    }
}
