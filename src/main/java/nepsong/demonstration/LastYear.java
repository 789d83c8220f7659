package nepsong.demonstration;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import nepsong.organisation.WorkingCalendar;

/** The days of the finished cycle. They lie in its own year, whenever the demonstration is looked at. */
final class LastYear {

    static final String CYCLE = "2022";
    static final int YEAR = 2022;
    static final String NAME = "Kiểm tra việc thực hiện 02 Quy tắc ứng xử năm 2022";

    static final LocalDate STARTED = day(2, 14);
    static final LocalDate DRAFTED = day(2, 18);
    static final LocalDate OPINIONS = day(2, 23);
    static final LocalDate DECIDED = day(2, 28);
    static final LocalDate ISSUED = day(3, 2);
    static final LocalDate TEAM = day(3, 7);
    static final LocalDate CONFIGURED = day(3, 10);
    static final LocalDate PAIRED = day(5, 5);
    static final LocalDate FIRST_VISIT = day(5, 16);
    static final LocalDate APPRAISED = day(7, 15);
    static final LocalDate REPORTED = day(7, 25);
    static final LocalDate REMARKED = day(8, 1);
    static final LocalDate ANSWERED = day(8, 5);
    static final LocalDate INVITED = day(8, 9);
    static final LocalDate CONFERENCE = day(8, 19);
    static final LocalDate PUBLISHED = day(8, 26);
    static final LocalDate APPEALED = day(9, 5);
    static final LocalDate REVIEWED = day(9, 8);
    static final LocalDate CONCLUDED = day(9, 12);
    static final LocalDate NOMINATED = day(9, 15);
    static final LocalDate CONFIRMED = day(9, 20);
    static final LocalDate CONSOLIDATED = day(9, 23);
    static final LocalDate AWARDS_APPRAISED = day(9, 28);
    static final LocalDate VOTED = day(10, 3);
    static final LocalDate AWARDED = day(10, 6);
    static final LocalDate CELEBRATED = day(10, 10);
    static final LocalDate FINISHED = day(10, 14);

    static final List<String> TEAM_MEMBERS = List.of("member1", "member2", "member3", "member4", "member5");
    static final List<String> COUNCIL = List.of("council1", "council2", "council3", "council4", "council5");

    private LastYear() {}

    static LocalDate day(int month, int dayOfMonth) {
        return LocalDate.of(YEAR, month, dayOfMonth);
    }

    /** In the middle of the day's work. */
    static OffsetDateTime at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(WorkingCalendar.ZONE).toOffsetDateTime();
    }

    static OffsetDateTime at(LocalDate day) {
        return at(day, 10);
    }
}
