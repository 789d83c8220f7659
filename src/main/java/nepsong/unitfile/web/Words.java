package nepsong.unitfile.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** Numbers, days and codes as a Vietnamese reader expects them; a dash where there is nothing. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final Map<String, String> ANSWERS =
            Map.of("accept", "Chấp nhận giải trình", "reject", "Không chấp nhận giải trình");
    private static final String NOTHING = "–";

    /** As many decimals as it has, at most two. */
    public String number(@Nullable BigDecimal number) {
        if (number == null) {
            return NOTHING;
        }
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.forLanguageTag("vi"));
        symbols.setDecimalSeparator(',');
        symbols.setGroupingSeparator('.');
        return new DecimalFormat("#,##0.##", symbols).format(number.setScale(2, RoundingMode.HALF_UP));
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? NOTHING : DAY.format(day);
    }

    public String dayOf(@Nullable Instant moment) {
        return moment == null ? NOTHING : DAY.format(moment.atZone(WorkingCalendar.ZONE));
    }

    public String moment(@Nullable Instant moment) {
        return moment == null ? NOTHING : MOMENT.format(moment.atZone(WorkingCalendar.ZONE));
    }

    public String answer(String code) {
        return ANSWERS.getOrDefault(code, code);
    }
}
