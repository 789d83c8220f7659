/**
 * What is kept of one person, taken out as a file or erased (Law 91/2025/QH15, Decree 356/2025). One register names every
 * column that can hold it, in our tables and the engine's; the trail is never rewritten. Nobody depends on this.
 */
@ApplicationModule(allowedDependencies = {"organisation", "cycle", "delegation", "audit"})
@NullMarked
package nepsong.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
