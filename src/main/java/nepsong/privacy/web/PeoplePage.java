package nepsong.privacy.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import nepsong.cycle.Refusal;
import nepsong.organisation.ErasedPeople;
import nepsong.organisation.Person;
import nepsong.organisation.TypedText;
import nepsong.organisation.WorkingCalendar;
import nepsong.privacy.ErasePerson;
import nepsong.privacy.ExportPerson;
import nepsong.privacy.FindPeople;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** Where personal data is taken out and erased. Only an administrator comes here: the route says so. */
@Controller
@RequestMapping("/people")
class PeoplePage {

    private static final int SHOWN = 50;

    private final FindPeople people;
    private final ErasedPeople erased;
    private final ErasePerson erase;
    private final ExportPerson export;

    PeoplePage(FindPeople people, ErasedPeople erased, ErasePerson erase, ExportPerson export) {
        this.people = people;
        this.erased = erased;
        this.erase = erase;
        this.export = export;
    }

    @GetMapping
    String search(@RequestParam(defaultValue = "") String text, Model model) {
        List<Person> found = text.isBlank() ? List.of() : people.search(text, SHOWN + 1);
        model.addAttribute("text", text);
        model.addAttribute("found", found.stream().limit(SHOWN).toList());
        model.addAttribute("more", found.size() > SHOWN);
        model.addAttribute("erased", erased.newest(SHOWN));
        model.addAttribute("zone", WorkingCalendar.ZONE);
        return "people";
    }

    @GetMapping("/{login}")
    String show(@PathVariable String login, Principal administrator, Model model) {
        model.addAttribute("found", find(login));
        model.addAttribute("obstacles", erase.obstacles(login, administrator.getName()));
        return "person";
    }

    @PostMapping("/{login}/export")
    ResponseEntity<byte[]> export(
            @PathVariable String login,
            @RequestParam(defaultValue = "") String reason,
            Principal administrator,
            RedirectAttributes next) {
        Person person = find(login).person();
        ExportPerson.Exported exported = export.export(person, TypedText.of(reason), administrator.getName());
        if (exported.content() == null) {
            next.addFlashAttribute("exportRefusal", exported.refusal());
            next.addFlashAttribute("exportReason", reason);
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create("/people/" + login + "#export"))
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("du-lieu-ca-nhan-" + login + ".json")
                                .build()
                                .toString())
                .body(exported.content());
    }

    @PostMapping("/{login}/erasure")
    String erase(
            @PathVariable String login,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String reason,
            Principal administrator,
            RedirectAttributes next) {
        ErasePerson.Erasure erasure;
        try {
            erasure = erase.erase(login, typed.strip(), TypedText.of(reason), administrator.getName());
        } catch (NoSuchElementException nobody) {
            throw unknown();
        }
        if (erasure.pseudonym() != null) {
            next.addFlashAttribute("done", erasure.pseudonym());
            return "redirect:/people";
        }
        Map<String, String> refusals = new LinkedHashMap<>();
        for (Refusal refusal : erasure.refusals()) {
            refusals.putIfAbsent(refusal.field(), refusal.reason());
        }
        next.addFlashAttribute("refusals", refusals);
        next.addFlashAttribute("typed", typed);
        next.addFlashAttribute("reason", reason);
        return "redirect:/people/" + login + "#erasure";
    }

    private FindPeople.Found find(String login) {
        return people.find(login).orElseThrow(PeoplePage::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có tài khoản này, hoặc đã xóa.");
    }
}
