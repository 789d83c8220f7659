package nepsong.security.web;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nepsong.security.LandingPages;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What to do first, for each role that the person has. */
@Controller
class GuidePage {

    private static final Pattern AT_A_UNIT = Pattern.compile("(coordinator|head|inspector)At\\w+");

    @GetMapping("/guide")
    String guide(Authentication person, Model model) {
        Set<String> roles = person.getAuthorities().stream()
                .map(authority -> role(authority.getAuthority()))
                .collect(Collectors.toUnmodifiableSet());
        model.addAttribute("roles", roles);
        model.addAttribute("start", LandingPages.of(person.getAuthorities()));
        return "guide";
    }

    /** One text serves the coordinators of all units. */
    private static String role(String authority) {
        String role = authority.replaceFirst("^ROLE_", "");
        Matcher unit = AT_A_UNIT.matcher(role);
        return unit.matches() ? unit.group(1) : role;
    }
}
