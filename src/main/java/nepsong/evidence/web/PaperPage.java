package nepsong.evidence.web;

import java.security.Principal;
import nepsong.evidence.OpenEvidence;
import nepsong.evidence.ReadPapers;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The papers of all cycles that a person may read, and each of them to take away. */
@Controller
@RequestMapping("/papers")
class PaperPage {

    private final ReadPapers papers;
    private final OpenEvidence contents;

    PaperPage(ReadPapers papers, OpenEvidence contents) {
        this.papers = papers;
        this.contents = contents;
    }

    @GetMapping
    String list(Principal person, Model model) {
        model.addAttribute("cycles", papers.ofCycles(person.getName()).entrySet());
        return "papers";
    }

    /** As others see it: without the camera's notes. */
    @GetMapping("/{id}")
    ResponseEntity<InputStreamResource> download(@PathVariable String id, Principal person) {
        return papers.take(id, person.getName())
                .map(piece -> FileAnswer.of(piece, contents, false))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có văn bản này."));
    }
}
