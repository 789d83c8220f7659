package nepsong.progress.web;

import nepsong.progress.Column;
import org.jspecify.annotations.Nullable;

/**
 * A value as a reader sees it.
 *
 * @param link where it leads; null where nowhere
 */
public record Cell(Column column, String text, @Nullable String link) {

    /** For style sheets: text that speaks of trouble, or of none, begins with a sign. */
    public String tone() {
        if (text.startsWith("▲") || text.startsWith("▼")) {
            return "warned";
        }
        return text.startsWith("✓") ? "fine" : "";
    }
}
