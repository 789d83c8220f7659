/** What is judged: the two Codes of Conduct, the versions of the checklist with their criteria, and the themes of public places. Published versions never change; answers keep theirs. */
@ApplicationModule(allowedDependencies = {"organisation", "audit"})
@NullMarked
package nepsong.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
