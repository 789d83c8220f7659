/** What the administrator watches and mends: incidents, failed jobs, the outbox, and the figures that a monitor collects. No business data. */
@ApplicationModule(allowedDependencies = {"organisation", "cycle", "notification", "audit", "language"})
@NullMarked
package nepsong.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
