/** Findings and what is done about them: deadline by decision table, report, verification, reopening. Publishes what is open, late and repeated. */
@ApplicationModule(
        allowedDependencies = {"organisation", "catalogue", "cycle", "evidence", "notification", "engine", "audit"})
@NullMarked
package nepsong.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
