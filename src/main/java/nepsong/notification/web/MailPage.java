package nepsong.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nepsong.notification.Enclosures;
import nepsong.notification.MailState;
import nepsong.notification.MailTemplates;
import nepsong.notification.QueuedMail;
import nepsong.notification.QueuedMails;
import nepsong.notification.ResendMail;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The outbox, for the administrator: what waits, what went wrong, what a mail says but for what is business, and sending it
 * again.
 */
@Controller
@RequestMapping("/mail")
class MailPage {

    private static final int PAGE = 50;

    private final QueuedMails mails;
    private final MailTemplates templates;
    private final Enclosures enclosures;
    private final ResendMail resend;
    private final boolean sending;

    MailPage(
            QueuedMails mails,
            MailTemplates templates,
            Enclosures enclosures,
            ResendMail resend,
            @Value("${spring.mail.host:}") String mailServer) {
        this.mails = mails;
        this.templates = templates;
        this.enclosures = enclosures;
        this.resend = resend;
        this.sending = !mailServer.isBlank();
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable MailState state,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Map<MailState, Integer> counts = new EnumMap<>(MailState.class);
        for (MailState each : MailState.values()) {
            counts.put(each, mails.count(each, text));
        }
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int shown = state == null ? all : counts.getOrDefault(state, 0);
        int last = Math.max(0, (shown - 1) / PAGE);
        int current = Math.max(0, Math.min(page, last));
        model.addAttribute("mails", mails.search(state, text, current * PAGE, PAGE));
        model.addAttribute("counts", counts);
        model.addAttribute("all", all);
        model.addAttribute("state", state);
        model.addAttribute("text", text);
        model.addAttribute("page", current);
        model.addAttribute("last", last);
        model.addAttribute("sending", sending);
        model.addAttribute("serverDown", mails.serverDown().orElse(null));
        model.addAttribute("zone", WorkingCalendar.ZONE);
        return "mail-list";
    }

    @GetMapping("/{id}")
    String view(@PathVariable long id, Model model) {
        QueuedMail mail = mails.find(id)
                .map(QueuedMail::withoutBusiness)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Không tìm thấy thư này."));
        model.addAttribute("mail", mail);
        model.addAttribute("letter", templates.text(mail));
        model.addAttribute("files", enclosures.names(mail));
        model.addAttribute("zone", WorkingCalendar.ZONE);
        if (!model.containsAttribute("address")) {
            model.addAttribute("address", mail.address());
        }
        return "mail-view";
    }

    /** The letter as a mail reader shows it. Its own rules: the styles that mails need, and nothing that acts. */
    @GetMapping("/{id}/html")
    ResponseEntity<String> letter(@PathVariable long id, HttpServletResponse response) {
        QueuedMail mail = mails.find(id)
                .map(QueuedMail::withoutBusiness)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Không tìm thấy thư này."));
        // In the place of the policy for our pages: of two a browser keeps both, and the letter would have no styles.
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; sandbox allow-top-navigation-by-user-activation; frame-ancestors 'none'");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(templates.html(mail));
    }

    @PostMapping("/{id}/resend")
    String resend(@PathVariable long id, @RequestParam(defaultValue = "") String address, RedirectAttributes next) {
        Optional<String> refusal = resend.to(id, address);
        if (refusal.isPresent()) {
            next.addFlashAttribute("refusal", refusal.get());
            next.addFlashAttribute("address", address);
        } else {
            next.addFlashAttribute("done", "Thư đã được xếp hàng để gửi lại.");
        }
        return "redirect:/mail/" + id;
    }
}
