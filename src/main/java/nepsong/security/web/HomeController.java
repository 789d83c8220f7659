package nepsong.security.web;

import nepsong.security.LandingPages;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door leads everybody to where they work. */
@Controller
class HomeController {

    @GetMapping("/")
    String home(Authentication person) {
        return "redirect:" + LandingPages.of(person.getAuthorities());
    }
}
