/** What scores and findings are argued with: files, checked and kept once. A stage says what the evidence of its tasks is about ({@link nepsong.evidence.EvidencePlaces}). */
@ApplicationModule(allowedDependencies = {"organisation", "cycle", "delegation", "engine", "audit"})
@NullMarked
package nepsong.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
