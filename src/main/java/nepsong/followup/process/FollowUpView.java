package nepsong.followup.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import nepsong.engine.FormTask;
import nepsong.followup.FollowUp;
import nepsong.organisation.WorkingCalendar;

/** What both forms show of the task. */
final class FollowUpView {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private FollowUpView() {}

    static Map<String, Object> of(FormTask task, FollowUp followUp) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("cycleName", task.text("cycleName"));
        shown.put("cycle", followUp.cycle());
        shown.put("followUpCode", followUp.code());
        shown.put("taskText", followUp.task());
        shown.put("dueDay", day(followUp.dueOn()));
        return shown;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, WorkingCalendar.ZONE));
    }
}
