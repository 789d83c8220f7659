package nepsong.crossinspection;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** Writes down what happens in an inspection, step by step. A user is the id of a person, or empty when the system acted. */
public interface InspectionLog {

    void schedule(String cycle, String unit, String inspecting, VisitPlan plan, LocalDate dueOn, String user);

    /** The visit was moved; the day on which the sheet is due is {@link #postpone}d of its own. */
    void reschedule(String cycle, String unit, LocalDateTime plannedAt, String place, Visitors visitors);

    /** More time was granted to the inspecting unit. */
    void postpone(String cycle, String unit, LocalDate dueOn);

    void visited(String cycle, String unit, VisitReport report, int lateDays, String user);

    void writeMinutes(String cycle, String unit, Minutes minutes, String user);

    void explained(String cycle, String unit, String user);

    /** The head of the unit answers for the explanation. */
    void explanationApproved(String cycle, String unit, String user);

    void explanationReturned(String cycle, String unit, String reason);

    void explanationClosed(String cycle, String unit);

    void answered(String cycle, String unit, String user);

    void settled(String cycle, String unit, String user);

    void finish(String cycle, String unit);
}
