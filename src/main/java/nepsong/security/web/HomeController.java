package nepsong.security.web;

import java.util.Optional;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.security.LandingPages;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door leads everybody to where they work, and says what to do there first. */
@Controller
class HomeController {

    private final People people;

    HomeController(People people) {
        this.people = people;
    }

    @GetMapping("/")
    String home(Authentication login, Model model) {
        Optional<Person> person = people.find(login.getName());
        model.addAttribute("name", person.map(Person::name).orElse(login.getName()));
        model.addAttribute("unit", person.map(Person::unit).orElse(null));
        model.addAttribute("roles", PersonRoles.of(login));
        model.addAttribute("start", LandingPages.of(login.getAuthorities()));
        return "home";
    }
}
