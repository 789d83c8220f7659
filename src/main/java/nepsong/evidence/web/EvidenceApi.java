package nepsong.evidence.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nepsong.evidence.AddEvidence;
import nepsong.evidence.ChangeEvidence;
import nepsong.evidence.Changed;
import nepsong.evidence.Citation;
import nepsong.evidence.RemoveEvidence;
import nepsong.evidence.TaskEvidence;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The evidence of a task, for programs and for the page. */
@RestController
@RequestMapping("/api/tasks/{task}/evidence")
class EvidenceApi {

    private final TaskEvidence evidence;
    private final AddEvidence adding;
    private final ChangeEvidence changing;
    private final RemoveEvidence removing;
    private final PieceRows rows;

    EvidenceApi(
            TaskEvidence evidence,
            AddEvidence adding,
            ChangeEvidence changing,
            RemoveEvidence removing,
            PieceRows rows) {
        this.evidence = evidence;
        this.adding = adding;
        this.changing = changing;
        this.removing = removing;
        this.rows = rows;
    }

    @GetMapping
    List<PieceRow> list(@PathVariable String task, Principal person) {
        TaskEvidence.View view = evidence.of(task, person.getName()).orElseThrow(UnknownEvidenceException::new);
        return view.pieces().stream().map(piece -> rows.of(view, piece)).toList();
    }

    @PostMapping
    ResponseEntity<?> add(
            @PathVariable String task,
            @RequestParam List<String> criterion,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable LocalDate issuedOn,
            @RequestParam(required = false) @Nullable String summary,
            @RequestParam(required = false) @Nullable String page,
            Principal person)
            throws IOException {
        Path kept = Files.createTempFile("evidence", ".tmp");
        try {
            file.transferTo(kept);
            Citation citation = new Citation(number, issuedOn, summary, page);
            List<String> topics = criterion.stream()
                    .map(String::strip)
                    .filter(topic -> !topic.isEmpty())
                    .toList();
            Optional<Changed> changed = adding.add(
                    task, person.getName(), new AddEvidence.Upload(file.getOriginalFilename(), kept, topics, citation));
            return answer(task, person, changed, HttpStatus.CREATED);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    /** @param fileName absent where the name stays */
    record Change(
            @Nullable String fileName,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable String summary,
            @Nullable String page) {}

    @PatchMapping("/{id}")
    ResponseEntity<?> change(
            @PathVariable String task, @PathVariable String id, @RequestBody Change change, Principal person) {
        Citation citation = new Citation(change.number(), change.issuedOn(), change.summary(), change.page());
        return answer(
                task, person, changing.change(task, id, person.getName(), change.fileName(), citation), HttpStatus.OK);
    }

    /** Other criteria that the same file proves. */
    record Uses(@Nullable List<String> criteria) {}

    @PostMapping("/{id}/uses")
    ResponseEntity<?> use(
            @PathVariable String task, @PathVariable String id, @RequestBody Uses uses, Principal person) {
        List<String> topics = uses.criteria() == null ? List.of() : uses.criteria();
        return answer(task, person, changing.use(task, id, person.getName(), topics), HttpStatus.CREATED);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<?> remove(@PathVariable String task, @PathVariable String id, Principal person) {
        Changed removed = removing.remove(task, id, person.getName()).orElseThrow(UnknownEvidenceException::new);
        return removed.isRefused()
                ? EvidenceProblems.of(removed.refusals())
                : ResponseEntity.noContent().build();
    }

    private ResponseEntity<?> answer(String task, Principal person, Optional<Changed> result, HttpStatus status) {
        Changed changed = result.orElseThrow(UnknownEvidenceException::new);
        if (changed.isRefused()) {
            return EvidenceProblems.of(changed.refusals());
        }
        TaskEvidence.View view = evidence.of(task, person.getName()).orElseThrow(UnknownEvidenceException::new);
        List<PieceRow> pieces =
                changed.pieces().stream().map(piece -> rows.of(view, piece)).toList();
        return ResponseEntity.status(status).body(new Answer(pieces.get(0).id(), pieces));
    }

    /** @param id of the first piece: the only one where one criterion was named */
    record Answer(String id, List<PieceRow> pieces) {}
}
