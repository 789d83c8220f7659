package nepsong.audit.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.audit.AuditAction;
import nepsong.audit.AuditEvents;
import nepsong.audit.AuditQuestion;
import nepsong.audit.AuditVerdict;
import nepsong.audit.ChainKey;
import nepsong.audit.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The trail on the screen: who did what, and whether it is as it was written. */
@Controller
@RequestMapping("/audit")
class AuditPage {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int PAGE = 50;
    private static final int LAST_PAGE = 20_000;

    private final AuditEvents events;
    private final Names names;
    private final Verification verification;
    private final ChainKey key;

    AuditPage(AuditEvents events, Names names, Verification verification, ChainKey key) {
        this.key = key;
        this.events = events;
        this.names = names;
        this.verification = verification;
    }

    @GetMapping
    String search(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Boolean refused,
            @RequestParam(defaultValue = "0") int page,
            Authentication reader,
            Model model) {
        boolean everything = Readers.seesEverything(reader);
        var question = new AuditQuestion(actor, action, unit, from, to, text, refused, everything);
        int found = events.count(question);
        int last = Math.min(LAST_PAGE, Math.max(0, (found - 1) / PAGE));
        int current = Math.max(0, Math.min(page, last));
        List<Entry> entries = events.search(question, current * PAGE, PAGE).stream()
                .map(event -> Entry.of(event, everything))
                .toList();
        Map<Long, List<Change>> changes = new LinkedHashMap<>();
        Set<String> units = new LinkedHashSet<>();
        Set<String> people = new LinkedHashSet<>();
        for (Entry entry : entries) {
            changes.put(entry.id(), Change.of(entry.before(), entry.after()));
            units.add(entry.unit());
            people.add(entry.actor());
            people.add(entry.onBehalfOf());
        }
        units.remove("");
        people.remove("");
        model.addAttribute("question", question);
        model.addAttribute("entries", entries);
        model.addAttribute("changes", changes);
        model.addAttribute("subjects", new Subjects());
        model.addAttribute("units", names.ofUnits(units));
        model.addAttribute("people", names.ofPeople(people));
        model.addAttribute("actions", Arrays.asList(AuditAction.values()));
        model.addAttribute("found", found);
        model.addAttribute("page", current);
        model.addAttribute("last", last);
        model.addAttribute("zone", ZONE);
        model.addAttribute("wrongKey", key.isAnother());
        return "audit";
    }

    @PostMapping("/verify")
    String verify(@RequestParam(defaultValue = "") String head, Authentication reader, RedirectAttributes next) {
        Verification.Answer answer = verification.verify(head);
        AuditVerdict verdict = answer.verdict();
        next.addFlashAttribute("answer", answer.words());
        next.addFlashAttribute("intact", verdict != null && verdict.isIntact());
        if (verdict != null) {
            next.addFlashAttribute("head", verdict.head().written());
        }
        return "redirect:/audit#chain";
    }
}
