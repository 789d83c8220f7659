/** What managers and programs see of all stages. Reads from all; nothing reads from it. */
@ApplicationModule(
        allowedDependencies = {
            "organisation",
            "catalogue",
            "cycle",
            "directive",
            "selfassessment",
            "crossinspection",
            "correction",
            "evaluation",
            "commendation",
            "notification",
            "evidence",
            "engine",
            "audit",
            "language"
        })
@NullMarked
package nepsong.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
