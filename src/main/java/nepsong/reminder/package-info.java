/** What is due and overdue: the mail of the morning, whom an overdue task is reported to, and more time that the head of team grants. Reads open tasks of all stages; nothing reads from it but the managers' pages. */
@ApplicationModule(
        allowedDependencies = {"organisation", "cycle", "correction", "delegation", "notification", "engine", "audit"})
@NullMarked
package nepsong.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
