package nepsong.engine.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import nepsong.engine.Inbox;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What scripts of ours add to Tasklist's list of tasks: one call for a page of cards, one for all counts. */
@RestController
class InboxApi {

    /** A page of Tasklist's has fifteen. */
    private static final int MOST = 100;

    private final Inbox inbox;

    InboxApi(Inbox inbox) {
        this.inbox = inbox;
    }

    /** @param task ids; more than a hundred are cut off */
    @GetMapping("/api/tasks/places")
    List<Inbox.Place> places(@RequestParam(defaultValue = "") List<String> task, Principal person) {
        return inbox.places(task.stream().limit(MOST).toList(), person.getName());
    }

    @GetMapping("/api/tasks/counts")
    Map<String, Integer> counts(Principal person) {
        return inbox.counts(person.getName());
    }
}
