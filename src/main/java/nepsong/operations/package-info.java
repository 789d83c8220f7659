/** What the administrator watches and mends: incidents, failed jobs, the outbox, files that are not where they were kept, and the figures that a monitor collects. No business data. */
@ApplicationModule(allowedDependencies = {"organisation", "cycle", "notification", "evidence", "audit", "language"})
@NullMarked
package nepsong.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
