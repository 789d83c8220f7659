package nepsong.security.web;

import java.util.ArrayList;
import java.util.List;
import nepsong.organisation.Demonstration;
import nepsong.organisation.DemonstrationSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The one login; where the application shows itself, it also says who there is to be. */
@Controller
class LoginController {

    private final DemonstrationSettings settings;

    LoginController(DemonstrationSettings settings) {
        this.settings = settings;
    }

    /** One unit with its three people. */
    public record UnitLogins(String name, List<Demonstration.Login> people) {}

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("demo", settings.demo());
        if (settings.demo()) {
            List<UnitLogins> units = new ArrayList<>();
            Demonstration.units()
                    .forEach((code, name) -> units.add(new UnitLogins(name, Demonstration.of(code, name))));
            model.addAttribute("password", Demonstration.PASSWORD);
            model.addAttribute("central", Demonstration.central());
            model.addAttribute("units", units);
        }
        return "login";
    }
}
