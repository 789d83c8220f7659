package nepsong.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Fills, as a person would, what the form on the page marks as required and shows empty: it knows nothing else of it. */
final class RequiredFields {

    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String LINE = "Tổ công tác số 1";
    private static final String SENTENCES = "Đã xem xét hồ sơ, đối chiếu với quy định và thống nhất nội dung này. "
            + "Đề nghị các đơn vị liên quan phối hợp thực hiện đúng thời hạn.";
    private static final int MOST_PASSES = 12;

    /** Ids of the inputs that wait to be filled, with their kind and, in a scorecard, the row's maximum. */
    private static final String WAITING =
            """
            () => {
              const kinds = ['number', 'textfield', 'textarea', 'checkbox', 'radio', 'select', 'taglist', 'datetime',
                             'checklist'];
              const found = [];
              for (const field of document.querySelectorAll('.fjs-form .fjs-form-field')) {
                const kind = kinds.find(it => field.classList.contains('fjs-form-field-' + it));
                if (!kind || !field.offsetParent || !field.querySelector('.fjs-asterix')) continue;
                const inputs = [...field.querySelectorAll('input, textarea')].filter(it => it.offsetParent);
                const input = inputs.find(it => !it.readOnly && !it.disabled);
                if (kind === 'select') {
                  const display = field.querySelector('.fjs-select-display, input');
                  if (field.querySelector('.fjs-select-placeholder') || (display.value === '')) {
                    found.push({kind, id: display.id});
                  }
                } else if (kind === 'taglist') {
                  if (!field.querySelector('.fjs-taglist-tag') && input) found.push({kind, id: input.id});
                } else if (kind === 'radio' || kind === 'checklist') {
                  if (input && !inputs.some(it => it.checked)) found.push({kind, id: input.id});
                } else if (kind === 'checkbox') {
                  if (input && !input.checked) found.push({kind, id: input.id});
                } else if (kind === 'datetime') {
                  for (const it of inputs) {
                    if (it.value === '' && !it.disabled) {
                      found.push({kind: it.closest('.fjs-timepicker') ? 'time' : 'date', id: it.id});
                    }
                  }
                } else if (input && input.value === '') {
                  const list = field.closest('.fjs-form-field-dynamiclist');
                  const before = list ? [...list.querySelectorAll('label')].filter(it => it.textContent.includes('§max')
                      && it.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) : [];
                  const max = before.length ? document.getElementById(before.at(-1).htmlFor)?.value : '';
                  found.push({kind, id: input.id, max: max || ''});
                }
              }
              return found;
            }
            """;

    /** All at once, as a browser fills in what it remembers: each change alone would draw the whole scorecard anew. */
    private static final String GIVE_FULL_MARKS =
            """
            fields => fields.filter(it => it.kind === 'number' && it.max).forEach(it => {
              const input = document.getElementById(it.id);
              input.value = it.max;
              input.dispatchEvent(new Event('input', {bubbles: true}));
            })
            """;

    private final Page page;
    private final boolean fullMarks;

    RequiredFields(Page page, boolean fullMarks) {
        this.page = page;
        this.fullMarks = fullMarks;
    }

    /** Again and again, because an answer may ask for another. */
    void fill() {
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            List<Map<String, String>> waiting = waiting();
            if (waiting.isEmpty()) {
                return;
            }
            if (fullMarks) {
                page.evaluate(GIVE_FULL_MARKS, waiting);
            }
            for (Map<String, String> field : waiting) {
                if (fullMarks
                        && field.get("kind").equals("number")
                        && !field.getOrDefault("max", "").isEmpty()) {
                    continue;
                }
                Locator input = page.locator("[id='" + field.get("id") + "']");
                if (input.count() == 1) {
                    answer(input, field);
                }
            }
        }
        throw new AssertionError("still empty: " + waiting());
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, String>> waiting() {
        return (List<Map<String, String>>) page.evaluate(WAITING);
    }

    private void answer(Locator input, Map<String, String> field) {
        switch (field.get("kind")) {
            case "number" -> type(input, number(field.get("max")));
            case "textfield" -> type(input, LINE);
            case "textarea" -> type(input, SENTENCES);
            case "checkbox", "checklist", "radio" -> input.check();
            case "date" -> pick(input, LocalDate.now(HANOI).format(DAY));
            case "time" -> pick(input, "08:30");
            default -> choose(input);
        }
    }

    private void type(Locator input, String text) {
        input.focus();
        page.keyboard().type(text);
    }

    private void pick(Locator input, String text) {
        input.click();
        page.keyboard().type(text);
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
    }

    private void choose(Locator input) {
        Locator choices = page.locator(".fjs-dropdownlist-item");
        // It opens by itself when the field before it is left with the tabulator; a click would close it again.
        if (choices.count() == 0) {
            input.click();
        }
        choices.first().click();
    }

    /** All that a criterion can bring, or nearly, in quarter steps. */
    private String number(String max) {
        if (max.isEmpty()) {
            return "1";
        }
        double score = Math.floor(Double.parseDouble(max.replace(',', '.')) * 4 - 0.5) / 4;
        return String.valueOf(score).replace('.', ',');
    }
}
