package nepsong.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** A field of a form that holds several choices as tags. */
final class Tags {

    private final Page page;
    private final String label;

    Tags(Page page, String label) {
        this.page = page;
        this.label = label;
    }

    /** Takes away what is not wanted and adds what is missing. */
    void choose(List<String> wanted) {
        Locator field = page.locator(".fjs-form-field-taglist")
                .filter(new Locator.FilterOptions().setHas(page.getByText(label)));
        Locator tags = field.locator(".fjs-taglist-tag");
        List<String> names = tags.locator(".fjs-taglist-tag-label").allInnerTexts().stream()
                .map(String::strip)
                .toList();
        for (int i = names.size() - 1; i >= 0; i--) {
            if (!wanted.contains(names.get(i))) {
                int before = tags.count();
                tags.nth(i).locator(".fjs-taglist-tag-remove").click();
                page.waitForCondition(() -> tags.count() == before - 1);
            }
        }
        wanted.stream().filter(name -> !names.contains(name)).forEach(name -> {
            int before = tags.count();
            field.locator("input").fill(name);
            field.locator(".fjs-dropdownlist-item").getByText(name).first().click();
            page.waitForCondition(() -> tags.count() == before + 1);
        });
        page.locator(".fjs-form h2").first().click();
    }
}
