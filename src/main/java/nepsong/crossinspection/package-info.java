/** Stage 3. Who inspects whom, the visit, its minutes, the explanation and the answer. Publishes the cross-scores and the final scores. */
@ApplicationModule(
        allowedDependencies = {
            "organisation",
            "catalogue",
            "cycle",
            "directive",
            "selfassessment",
            "correction",
            "evidence",
            "notification",
            "delegation",
            "engine",
            "audit"
        })
@NullMarked
package nepsong.crossinspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
