package nepsong.evaluation.web;

import java.security.Principal;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.evaluation.AnswerInvitation;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The invitation to a cycle's conference, for its guests alone, who say here whether they come. */
@Controller
@RequestMapping("/conferences/{code}")
class InvitationPage {

    private final AnswerInvitation invitations;

    InvitationPage(AnswerInvitation invitations) {
        this.invitations = invitations;
    }

    @GetMapping
    String show(@PathVariable String code, Principal person, Model model) {
        model.addAttribute("invitation", invitations.of(code, person.getName()).orElseThrow(InvitationPage::nobodys));
        model.addAttribute("zone", WorkingCalendar.ZONE);
        return "invitation";
    }

    @PostMapping
    String answer(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String attends,
            @RequestParam(defaultValue = "") String note,
            Principal person,
            RedirectAttributes next) {
        List<Refusal> refusals = invitations
                .answer(code, person.getName(), choice(attends), note)
                .orElseThrow(InvitationPage::nobodys);
        if (refusals.isEmpty()) {
            next.addFlashAttribute("done", "Đã ghi. Thư ký Đoàn kiểm tra thấy câu trả lời khi tổ chức Hội nghị.");
        } else {
            next.addFlashAttribute(
                    "refusals", refusals.stream().map(Refusal::reason).toList());
            next.addFlashAttribute("attends", choice(attends));
            next.addFlashAttribute("note", note);
        }
        return "redirect:/conferences/{code}";
    }

    private static @Nullable Boolean choice(String attends) {
        return switch (attends) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    private static ResponseStatusException nobodys() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "Không có giấy mời Hội nghị nào của bạn trong kỳ kiểm tra này.");
    }
}
