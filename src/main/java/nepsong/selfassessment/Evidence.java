package nepsong.selfassessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document that proves a score: its number and symbol, its date, and where in it to look. */
public record Evidence(@Nullable String number, @Nullable LocalDate issuedOn, @Nullable String page) {

    public static final Evidence NONE = new Evidence(null, null, null);

    public boolean isMissing() {
        return number == null && issuedOn == null && page == null;
    }

    /** As people cite it; empty where there is none. */
    public String cited() {
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
