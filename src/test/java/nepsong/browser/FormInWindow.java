package nepsong.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The form on a page, looked at as a whole: on a screen, and as it would be on a telephone. */
final class FormInWindow {

    static final int USUAL_HEIGHT = 900;

    private static final int MOST_PIXELS = 16_000;
    private static final int PATIENCE_MILLIS = 3_000;

    private final Page page;
    private final int width;

    /** @param width of the window, to which it returns */
    FormInWindow(Page page, int width) {
        this.page = page;
        this.width = width;
    }

    /** The whole form, however long it is. */
    void screenshot(Path file) {
        picture(file, width);
        size(width, USUAL_HEIGHT);
    }

    /**
     * Each new size of the window lays a long form out anew, so it gets as few as there are pictures.
     *
     * @param telephone where the picture on the telephone goes, if one is wanted
     * @return what sticks out, were the window as narrow
     */
    List<String> review(Path screen, int narrow, Optional<Path> telephone) {
        picture(screen, width);
        try {
            size(narrow, USUAL_HEIGHT);
            List<String> tooWide = tooWide(narrow);
            telephone.ifPresent(file -> picture(file, narrow));
            return tooWide;
        } finally {
            size(width, USUAL_HEIGHT);
        }
    }

    private List<String> tooWide(int narrow) {
        try {
            page.waitForFunction(
                    "width => window.innerWidth === width && [...document.querySelectorAll('.fjs-form')]"
                            + ".every(form => form.getBoundingClientRect().right <= width + 1)",
                    narrow,
                    new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
            return PageReview.tooWide(page);
        } catch (TimeoutError wide) {
            return List.of("the form ends at "
                    + page.evaluate("() => document.querySelector('.fjs-form').getBoundingClientRect().right"));
        }
    }

    private void picture(Path file, int wide) {
        size(wide, USUAL_HEIGHT);
        Object height = page.evaluate("() => {"
                + " const form = document.querySelector('.fjs-form');"
                + " return form ? Math.ceil(form.getBoundingClientRect().height) + 500 : 0; }");
        size(wide, Math.min(MOST_PIXELS, Math.max(USUAL_HEIGHT, ((Number) height).intValue())));
        Picture.ofWindow(page, file);
    }

    private void size(int wide, int high) {
        ViewportSize now = page.viewportSize();
        if (now.width != wide || now.height != high) {
            page.setViewportSize(wide, high);
        }
    }
}
