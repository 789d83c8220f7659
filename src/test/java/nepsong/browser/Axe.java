package nepsong.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Deque's axe, put into a page as it stands: what of WCAG 2.2 AA a machine can judge. */
final class Axe {

    private static final String SCRIPT = read();

    private static final String RUN =
            """
            async contrastAlone => {
                const found = await axe.run(document, { resultTypes: ['violations'], preload: false, runOnly: contrastAlone
                    ? { type: 'rule', values: ['color-contrast'] }
                    : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } });
                return found.violations.map(one => one.id + ': ' + one.help + ' '
                    + one.nodes.slice(0, 4).map(node => node.target.join(' ') + ' [' + node.html.slice(0, 120) + ']').join(' | '));
            }
            """;

    private Axe() {}

    /** What was found and where; empty for a page without barriers. */
    @SuppressWarnings("unchecked")
    static List<String> barriers(Page page) {
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate(RUN, false);
    }

    /** Of a page that {@link #barriers} has judged already, in other colours: all that may have changed. */
    @SuppressWarnings("unchecked")
    static List<String> contrast(Page page) {
        return (List<String>) page.evaluate(RUN, true);
    }

    private static String read() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
