/** Who stands in for whom: a substitute of equal role gets the tasks of a person who is away, never a vote, and all that is done so is marked "thay mặt". */
@ApplicationModule(allowedDependencies = {"organisation", "cycle", "notification", "engine", "audit"})
@NullMarked
package nepsong.delegation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
