package nepsong.evaluation.web;

import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import nepsong.evaluation.PublishedResults;
import nepsong.evaluation.ReadPublishedResults;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.ReadPapers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What everybody who works in a cycle may read of its results, once they are published. */
@Controller
class PublishedPage {

    private static final Set<EvidenceKind> PAPERS = EnumSet.of(
            EvidenceKind.RESULTS_DECISION,
            EvidenceKind.CONFERENCE_MINUTES,
            EvidenceKind.CONFERENCE_BRIEF,
            EvidenceKind.CONFERENCE_PHOTO);

    private final ReadPublishedResults reading;
    private final ReadPapers papers;

    PublishedPage(ReadPublishedResults reading, ReadPapers papers) {
        this.papers = papers;
        this.reading = reading;
    }

    @GetMapping("/published")
    String list(Model model) {
        model.addAttribute("cycles", reading.published());
        return "published-list";
    }

    @GetMapping("/published/{code}")
    String show(@PathVariable String code, Principal person, Model model) {
        PublishedResults published = reading.read(code, person.getName())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Kết quả của kỳ kiểm tra này chưa được công bố."));
        model.addAttribute("published", published);
        model.addAttribute("papers", papers.ofCycle(code, PAPERS, person.getName()));
        return "published";
    }
}
