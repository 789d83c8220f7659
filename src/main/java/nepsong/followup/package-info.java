/**
 * What the conference gave the units to do, until it is done: given with the publication, reported by the unit, accepted by
 * the standing office. Publishes what was given and reported.
 */
@ApplicationModule(allowedDependencies = {"organisation", "cycle", "evaluation", "delegation", "engine"})
@NullMarked
package nepsong.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
