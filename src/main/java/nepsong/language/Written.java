package nepsong.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Numbers and days as the viewer of the page reads them: 1.234,5 and 24/11/2023, or 1,234.5 and 24 Nov 2023. */
public final class Written {

    private static final DateTimeFormatter VIETNAMESE_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter VIETNAMESE_MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm d MMM yyyy", Locale.ENGLISH);

    private Written() {}

    public static String day(TemporalAccessor day) {
        return (Viewer.readsVietnamese() ? VIETNAMESE_DAY : DAY).format(day);
    }

    /** @param moment in the zone of its reader */
    public static String moment(TemporalAccessor moment) {
        return (Viewer.readsVietnamese() ? VIETNAMESE_MOMENT : MOMENT).format(moment);
    }

    /** @param pattern of {@link DecimalFormat}, with point and comma in its sense; rounded to two decimals, half up */
    public static String number(BigDecimal number, String pattern) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setMinusSign('−');
        if (Viewer.readsVietnamese()) {
            symbols.setDecimalSeparator(',');
            symbols.setGroupingSeparator('.');
        }
        return new DecimalFormat(pattern, symbols).format(number.setScale(2, RoundingMode.HALF_UP));
    }
}
