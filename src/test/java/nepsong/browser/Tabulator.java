package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The way through a page of those who have no mouse. */
final class Tabulator {

    private Tabulator() {}

    static void reach(Page page, String first) {
        Locator wanted = page.locator(first).first();
        for (int i = 0; i < 200 && !isFocused(wanted); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(isFocused(wanted))
                .as("%s is reached with the tabulator", first)
                .isTrue();
    }

    static boolean isFocused(Locator element) {
        return (boolean) element.evaluate("one => one === document.activeElement");
    }
}
