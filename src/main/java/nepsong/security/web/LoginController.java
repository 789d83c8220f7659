package nepsong.security.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.organisation.Demonstration;
import nepsong.organisation.DemonstrationSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The one login; where the application shows itself, it also says who there is to be. */
@Controller
class LoginController {

    private final DemonstrationSettings settings;
    private final List<SingleSignOnLink> links = new ArrayList<>();

    LoginController(DemonstrationSettings settings, ObjectProvider<ClientRegistrationRepository> clients) {
        this.settings = settings;
        if (clients.getIfAvailable() instanceof Iterable<?> registered) {
            for (Object each : registered) {
                if (each instanceof ClientRegistration client) {
                    links.add(new SingleSignOnLink(
                            "/oauth2/authorization/" + client.getRegistrationId(), client.getClientName()));
                }
            }
        }
    }

    /** A role, or a unit, and who has or belongs to it. */
    public record Logins(String title, List<Demonstration.Login> people) {}

    /** Where somebody else asks for the password. */
    public record SingleSignOnLink(String path, String name) {}

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("links", links);
        model.addAttribute("demo", settings.demo());
        if (settings.demo()) {
            List<Logins> units = new ArrayList<>();
            Demonstration.units().forEach((code, name) -> units.add(new Logins(name, Demonstration.of(code, name))));
            Map<String, List<Demonstration.Login>> roles = Demonstration.central().stream()
                    .collect(groupingBy(Demonstration.Login::role, LinkedHashMap::new, toList()));
            model.addAttribute("password", Demonstration.PASSWORD);
            model.addAttribute(
                    "roles",
                    roles.entrySet().stream()
                            .map(role -> new Logins(role.getKey(), role.getValue()))
                            .toList());
            model.addAttribute("units", units);
        }
        return "login";
    }
}
