package nepsong.cycle.web;

import java.security.Principal;
import java.util.List;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.cycle.WithdrawCycle;
import nepsong.organisation.TypedText;
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

/** Only a leader of the department comes here: the route says so. */
@Controller
@RequestMapping("/cycles/{code}/withdrawal")
class WithdrawalPage {

    private final Cycles cycles;
    private final WithdrawCycle withdraw;

    WithdrawalPage(Cycles cycles, WithdrawCycle withdraw) {
        this.cycles = cycles;
        this.withdraw = withdraw;
    }

    @GetMapping
    String show(@PathVariable String code, Model model) {
        model.addAttribute("cycle", find(code));
        return "cycle-withdrawal";
    }

    @PostMapping
    String withdraw(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Principal leader,
            RedirectAttributes next) {
        find(code);
        String typed = TypedText.of(reason);
        List<Refusal> refusals = confirmed
                ? withdraw.withdraw(code, typed, leader.getName())
                : List.of(Refusal.of("confirmed", "Hãy đánh dấu xác nhận trước khi dừng kỳ"));
        if (refusals.isEmpty()) {
            next.addFlashAttribute("done", "Kỳ " + code + " đã dừng. Những người liên quan được báo qua thư.");
        } else {
            next.addFlashAttribute("refusal", refusals.get(0).reason());
            next.addFlashAttribute("reason", reason);
        }
        return "redirect:/cycles/" + code + "/withdrawal";
    }

    private Cycle find(String code) {
        return cycles.find(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có kỳ kiểm tra này."));
    }
}
