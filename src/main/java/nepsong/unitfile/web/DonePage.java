package nepsong.unitfile.web;

import java.security.Principal;
import nepsong.unitfile.ReadDoneTasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the person has completed, to be looked up again: Tasklist shows only what is still open. */
@Controller
class DonePage {

    private static final Words WORDS = new Words();

    private final ReadDoneTasks reading;

    DonePage(ReadDoneTasks reading) {
        this.reading = reading;
    }

    @GetMapping("/done")
    String show(@RequestParam(defaultValue = "0") int page, Principal person, Model model) {
        model.addAttribute("done", reading.read(person.getName(), page));
        model.addAttribute("words", WORDS);
        return "done";
    }
}
