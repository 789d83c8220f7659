/** Official documents, written out of what the tables hold, for people to go on with. Reads from the stages; nothing reads from it, but mail asks for what goes with it. */
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
            "notification"
        })
@NullMarked
package nepsong.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
