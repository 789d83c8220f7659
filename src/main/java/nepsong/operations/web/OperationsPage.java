package nepsong.operations.web;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nepsong.audit.ChainKey;
import nepsong.cycle.Refusal;
import nepsong.evidence.LostFiles;
import nepsong.notification.MailState;
import nepsong.notification.QueuedMails;
import nepsong.operations.EngineState;
import nepsong.operations.JobRetries;
import nepsong.operations.RetryJob;
import nepsong.operations.StepNames;
import nepsong.organisation.TypedText;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What went wrong and what can be done about it. Only an administrator comes here: the route says so. */
@Controller
@RequestMapping("/operations")
class OperationsPage {

    private static final int SHOWN = 20;
    private static final int RETRIES_SHOWN = 20;

    private final EngineState engine;
    private final JobRetries retries;
    private final RetryJob retry;
    private final QueuedMails mails;
    private final StepNames names;
    private final ChainKey key;
    private final LostFiles files;
    private final Clock clock;

    OperationsPage(
            EngineState engine,
            JobRetries retries,
            RetryJob retry,
            QueuedMails mails,
            StepNames names,
            ChainKey key,
            LostFiles files,
            Clock clock) {
        this.engine = engine;
        this.retries = retries;
        this.retry = retry;
        this.mails = mails;
        this.key = key;
        this.files = files;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Where one of the lists is open.
     *
     * @param page the first is 0
     */
    public record Pages(int page, int last, int total) {

        static Pages of(int wanted, int total) {
            int last = Math.max(0, (total - 1) / SHOWN);
            return new Pages(Math.max(0, Math.min(wanted, last)), last, total);
        }
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "0") int incidents,
            @RequestParam(defaultValue = "0") int failing,
            Model model) {
        Instant now = clock.instant();
        EngineState.Failures failures = engine.failures();
        Pages ofIncidents = Pages.of(incidents, failures.incidents());
        Pages ofFailing = Pages.of(failing, failures.failing());
        model.addAttribute("ofIncidents", ofIncidents);
        model.addAttribute("ofFailing", ofFailing);
        model.addAttribute("figures", engine.figures(now));
        model.addAttribute("incidents", engine.incidents(ofIncidents.page() * SHOWN, SHOWN));
        model.addAttribute("failing", engine.failing(ofFailing.page() * SHOWN, SHOWN));
        model.addAttribute("jobs", engine.waiting(now, SHOWN));
        model.addAttribute("steps", engine.openSteps(now));
        model.addAttribute("waiting", mails.count(MailState.PENDING, null));
        model.addAttribute("sent", mails.count(MailState.SENT, null));
        model.addAttribute("dead", mails.count(MailState.DEAD, null));
        model.addAttribute("oldestMail", mails.oldestPending().orElse(null));
        model.addAttribute("serverDown", mails.serverDown().orElse(null));
        model.addAttribute("retries", retries.newest(RETRIES_SHOWN));
        model.addAttribute("names", names);
        model.addAttribute("now", now);
        model.addAttribute("wrongKey", key.isAnother());
        model.addAttribute("files", files.newest());
        model.addAttribute("zone", WorkingCalendar.ZONE);
        return "operations";
    }

    @PostMapping("/jobs/{job}/retry")
    String retry(
            @PathVariable String job,
            @RequestParam(defaultValue = "") String reason,
            Principal administrator,
            RedirectAttributes next) {
        String typed = TypedText.of(reason);
        List<Refusal> refusals = retry.retry(job, typed, administrator.getName());
        if (refusals.isEmpty()) {
            next.addFlashAttribute("done", "Bước đã được xếp hàng để chạy lại.");
        } else {
            next.addFlashAttribute("refusal", refusals.get(0).reason());
            next.addFlashAttribute("job", job);
            next.addFlashAttribute("reason", reason);
        }
        return "redirect:/operations";
    }
}
