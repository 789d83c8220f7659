/** Stage 4. Appraisal, grades and ranks inside a bloc, the report and its opinions, the conference, publication and appeals. Publishes the results. */
@ApplicationModule(
        allowedDependencies = {
            "organisation",
            "catalogue",
            "cycle",
            "directive",
            "selfassessment",
            "crossinspection",
            "correction",
            "delegation",
            "evidence",
            "notification",
            "engine",
            "audit"
        })
@NullMarked
package nepsong.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
