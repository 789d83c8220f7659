package nepsong.security.web;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.organisation.Groups;
import nepsong.security.LandingPages;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What to do step by step: for the roles that the person has, and for each role on a page of its own. */
@Controller
class GuidePage {

    private static final Set<String> ROLES = Stream.concat(
                    Groups.CITYWIDE.stream(), Stream.of("coordinator", "head", "inspector", Groups.ADMINISTRATORS))
            .collect(Collectors.toUnmodifiableSet());

    @GetMapping("/guide")
    String guide(Authentication person, Model model) {
        return show(PersonRoles.of(person), person, model);
    }

    @GetMapping("/guide/{role}")
    String ofRole(@PathVariable String role, Authentication person, Model model) {
        if (!ROLES.contains(role)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có vai trò này.");
        }
        return show(Set.of(role), person, model);
    }

    private static String show(Set<String> roles, Authentication person, Model model) {
        model.addAttribute("roles", roles);
        model.addAttribute("start", LandingPages.of(person.getAuthorities()));
        return "guide";
    }
}
