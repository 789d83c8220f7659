/** What the demonstration begins with: the finished cycle of last year and, where asked for, this year's, played up to a stage. Nothing reads from it. */
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
            "evidence",
            "engine"
        })
@NullMarked
package nepsong.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
