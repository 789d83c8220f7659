package nepsong.notification.web;

import java.security.Principal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nepsong.notification.ChooseMail;
import nepsong.notification.MailChoices;
import nepsong.notification.MailKind;
import nepsong.notification.MailWay;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the person who looks at it gets their mail. */
@Controller
@RequestMapping("/preferences")
class PreferencesPage {

    private final MailChoices choices;
    private final ChooseMail choose;

    PreferencesPage(MailChoices choices, ChooseMail choose) {
        this.choices = choices;
        this.choose = choose;
    }

    @GetMapping
    String show(Principal person, Model model) {
        model.addAttribute("kinds", MailKind.values());
        model.addAttribute("ways", choices.of(person.getName()));
        return "preferences";
    }

    /** A field for every kind, named as the kind; what names neither a kind nor a way is not ours. */
    @PostMapping
    String save(@RequestParam Map<String, String> fields, Principal person, RedirectAttributes next) {
        Map<MailKind, MailWay> chosen = new EnumMap<>(MailKind.class);
        for (MailKind kind : MailKind.values()) {
            for (MailWay way : MailWay.values()) {
                if (way.name().equals(fields.get(kind.name()))) {
                    chosen.put(kind, way);
                }
            }
        }
        Optional<String> refusal = choose.choose(person.getName(), chosen);
        refusal.ifPresentOrElse(
                reason -> next.addFlashAttribute("refusal", reason),
                () -> next.addFlashAttribute("done", "Đã lưu cách nhận thư."));
        return "redirect:/preferences";
    }
}
