/** Stage 2. Each unit acknowledges, scores itself with evidence, and its head approves. Publishes the self-scores and the rules of scoring. */
@ApplicationModule(
        allowedDependencies = {
            "organisation",
            "catalogue",
            "cycle",
            "correction",
            "directive",
            "delegation",
            "notification",
            "engine",
            "audit",
            "evidence"
        })
@NullMarked
package nepsong.selfassessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
