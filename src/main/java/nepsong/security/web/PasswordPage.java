package nepsong.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import nepsong.security.ChangePassword;
import nepsong.security.PersonsSession;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own password of whoever looks at it. What was typed is never sent back. */
@Controller
@RequestMapping("/password")
class PasswordPage {

    private final ChangePassword changing;
    private final PersonsSession session;

    PasswordPage(ChangePassword changing, PersonsSession session) {
        this.changing = changing;
        this.session = session;
    }

    @GetMapping
    String show() {
        return "password";
    }

    @PostMapping
    String change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        Map<String, List<String>> problems =
                changing.change(person.getName(), session.whereFrom(request), old, wanted, again);
        if (problems.isEmpty()) {
            session.goOn(person, request, response);
            next.addFlashAttribute("done", "Đã đổi mật khẩu. Các phiên đăng nhập khác của bạn đã kết thúc.");
        } else {
            next.addFlashAttribute("problems", problems);
        }
        return "redirect:/password";
    }
}
