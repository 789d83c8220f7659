/** Who there is: units with their validity and successors, people and the groups they act in, and the working calendar. Knows nobody; everybody may know it. */
@ApplicationModule(allowedDependencies = {"audit"})
@NullMarked
package nepsong.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
