/** The engine at our terms: its settings, the form contract, the guards in front of its services, inbox filters, authorizations, and the mail of an assignment. */
@ApplicationModule(
        allowedDependencies = {"organisation", "catalogue", "cycle", "notification", "audit", "security", "language"})
@NullMarked
package nepsong.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
