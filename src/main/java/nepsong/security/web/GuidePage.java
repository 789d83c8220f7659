package nepsong.security.web;

import nepsong.security.LandingPages;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What to do step by step, for each role that the person has. */
@Controller
class GuidePage {

    @GetMapping("/guide")
    String guide(Authentication person, Model model) {
        model.addAttribute("roles", PersonRoles.of(person));
        model.addAttribute("start", LandingPages.of(person.getAuthorities()));
        return "guide";
    }
}
