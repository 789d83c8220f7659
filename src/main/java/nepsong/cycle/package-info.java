/** One inspection cycle: its code, its units in their blocs, its deadlines, and how a rule says no. The parent process lives in its process package. */
@ApplicationModule(allowedDependencies = {"organisation", "catalogue", "notification", "audit"})
@NullMarked
package nepsong.cycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
