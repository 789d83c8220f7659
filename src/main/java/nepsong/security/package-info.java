/** One login for Tasklist, Cockpit, Admin and our own pages; which role may open which route; headers. */
@ApplicationModule(allowedDependencies = {"organisation", "audit"})
@NullMarked
package nepsong.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
