package nepsong.unitfile.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import nepsong.language.Written;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** Numbers, days and codes as their reader expects them; a dash where there is nothing. */
public final class Words {

    private static final Map<String, String> ANSWERS =
            Map.of("accept", "Chấp nhận giải trình", "reject", "Không chấp nhận giải trình");
    private static final String NOTHING = "–";

    /** As many decimals as it has, at most two. */
    public String number(@Nullable BigDecimal number) {
        if (number == null) {
            return NOTHING;
        }
        return Written.number(number, "#,##0.##");
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? NOTHING : Written.day(day);
    }

    public String dayOf(@Nullable Instant moment) {
        return moment == null ? NOTHING : Written.day(moment.atZone(WorkingCalendar.ZONE));
    }

    public String moment(@Nullable Instant moment) {
        return moment == null ? NOTHING : Written.moment(moment.atZone(WorkingCalendar.ZONE));
    }

    public String answer(String code) {
        return ANSWERS.getOrDefault(code, code);
    }
}
