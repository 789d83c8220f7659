package nepsong.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * How a document is cited: its number and sign, its date of issue, what it is about, and where in it to look. Text is
 * NFC, stripped, and null where nothing was said.
 */
public record Citation(
        @Nullable String number, @Nullable LocalDate issuedOn, @Nullable String summary, @Nullable String page) {

    private static final int LONGEST_LINE = 200;
    private static final int FIRST_YEAR = 1900;
    private static final int LONGEST_SUMMARY = 20_000;

    public Citation {
        number = tidy(number);
        summary = tidy(summary);
        page = tidy(page);
    }

    private static @Nullable String tidy(@Nullable String text) {
        String tidy = text == null ? "" : TypedText.of(text);
        return tidy.isEmpty() ? null : tidy;
    }

    /** What is wrong with it on this day. */
    List<Refusal> refusals(LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        tooLong(refusals, "number", "Số, ký hiệu", number, LONGEST_LINE);
        tooLong(refusals, "summary", "Trích yếu", summary, LONGEST_SUMMARY);
        tooLong(refusals, "page", "Mục, trang", page, LONGEST_LINE);
        if (issuedOn != null && issuedOn.getYear() < FIRST_YEAR) {
            refusals.add(Refusal.of("issuedOn", "“Ngày ban hành” phải từ năm %d trở đi".formatted(FIRST_YEAR)));
        } else if (issuedOn != null && issuedOn.isAfter(today)) {
            refusals.add(Refusal.of("issuedOn", "“Ngày ban hành” không được ở trong tương lai"));
        }
        return refusals;
    }

    private static void tooLong(
            List<Refusal> refusals, String field, String label, @Nullable String text, int longest) {
        if (text != null && (TypedText.length(text) > longest || text.indexOf('\0') >= 0)) {
            refusals.add(Refusal.of(field, "“%s” chỉ được tối đa %d ký tự".formatted(label, longest)));
        }
    }

    /** As people cite it; empty where there is nothing to cite. */
    public String words() {
        List<String> parts = new ArrayList<>();
        if (number != null) {
            parts.add("số " + number);
        }
        if (issuedOn != null) {
            parts.add("ngày %02d/%02d/%d"
                    .formatted(issuedOn.getDayOfMonth(), issuedOn.getMonthValue(), issuedOn.getYear()));
        }
        if (page != null) {
            parts.add(page);
        }
        return String.join(", ", parts);
    }
}
