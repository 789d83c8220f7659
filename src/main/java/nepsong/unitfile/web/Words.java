package nepsong.unitfile.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import nepsong.evidence.Capture;
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

    /** When and where, as the camera wrote it down; empty where it did not. */
    public String taken(@Nullable Capture capture) {
        if (capture == null) {
            return "";
        }
        String when = capture.takenAt() == null
                ? ""
                : "chụp lúc " + Written.moment(capture.takenAt().atZone(WorkingCalendar.ZONE));
        String where = capture.latitude() == null ? "" : "tại " + capture.latitude() + ", " + capture.longitude();
        return (when + " " + where).strip();
    }

    public String answer(String code) {
        return ANSWERS.getOrDefault(code, code);
    }
}
