/** Stage 1. The standing office drafts the plan, members and Home Affairs give their opinions, a leader signs; the team is set up and the cycle configured. Publishes the issued directive and the team. */
@ApplicationModule(
        allowedDependencies = {
            "organisation",
            "catalogue",
            "cycle",
            "delegation",
            "evidence",
            "notification",
            "engine",
            "audit"
        })
@NullMarked
package nepsong.directive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
