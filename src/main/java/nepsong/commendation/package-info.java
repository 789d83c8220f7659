/** Stage 5. Nominations of units and people, appraisal, the vote of the council, the decision of the City, award and publication. */
@ApplicationModule(
        allowedDependencies = {
            "organisation",
            "catalogue",
            "cycle",
            "directive",
            "evaluation",
            "delegation",
            "evidence",
            "notification",
            "engine",
            "audit"
        })
@NullMarked
package nepsong.commendation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
