/** Everything about one unit on one page, for the unit, its inspectors, the team and the managers. Reads from all stages; nothing reads from it. */
@ApplicationModule(
        allowedDependencies = {
            "organisation",
            "catalogue",
            "cycle",
            "selfassessment",
            "crossinspection",
            "correction",
            "evaluation",
            "followup",
            "commendation",
            "evidence",
            "reminder",
            "delegation",
            "engine",
            "audit",
            "language"
        })
@NullMarked
package nepsong.unitfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
