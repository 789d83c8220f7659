package nepsong.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nepsong.demonstration.PastWork.Deed;
import nepsong.organisation.WorkingCalendar;

/** Who did which task of the finished cycle, and on which day: in agreement with what the stages' tables say. */
final class PastDeeds {

    private final WorkingCalendar calendar;
    private final List<Deed> deeds = new ArrayList<>();

    PastDeeds(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    List<Deed> all() {
        return List.copyOf(deeds);
    }

    void add(Deed deed) {
        deeds.add(deed);
    }

    /** @param days working days that there were for it */
    void add(
            String process,
            String subject,
            int copy,
            String step,
            String name,
            String person,
            LocalDate offered,
            int days,
            LocalDate done) {
        add(new Deed(process, subject, copy, step, name, person, offered, after(offered, days), done));
    }

    /** One that is about the cycle as a whole. */
    void central(String process, String step, String name, String person, LocalDate offered, int days, LocalDate done) {
        add(process, "", 0, step, name, person, offered, days, done);
    }

    LocalDate after(LocalDate day, int workingDays) {
        return calendar.plus(day, workingDays);
    }
}
