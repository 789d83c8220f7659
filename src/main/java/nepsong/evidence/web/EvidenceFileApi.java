package nepsong.evidence.web;

import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import nepsong.evidence.Evidence;
import nepsong.evidence.OpenEvidence;
import nepsong.evidence.PreviewEvidence;
import nepsong.evidence.TaskEvidence;
import nepsong.organisation.UnitFiles;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contents of evidence. Whatever a file holds, the browser is told to run nothing of it. */
@RestController
@RequestMapping("/api/tasks/{task}/evidence/{id}")
class EvidenceFileApi {

    private final TaskEvidence evidence;
    private final OpenEvidence contents;
    private final PreviewEvidence previews;
    private final UnitFiles files;

    EvidenceFileApi(TaskEvidence evidence, OpenEvidence contents, PreviewEvidence previews, UnitFiles files) {
        this.files = files;
        this.evidence = evidence;
        this.contents = contents;
        this.previews = previews;
    }

    /** @param original the file as it was brought, for those who may have it; others get the copy without camera notes */
    @GetMapping
    ResponseEntity<InputStreamResource> download(
            @PathVariable String task,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean original,
            Principal person) {
        TaskEvidence.View view = evidence.of(task, person.getName()).orElseThrow(UnknownEvidenceException::new);
        Evidence piece = view.piece(id).orElseThrow(UnknownEvidenceException::new);
        files.looked(person.getName(), piece.cycle(), piece.unit(), "evidence " + piece.id());
        return FileAnswer.of(piece, contents, original && view.original());
    }

    @GetMapping("/preview")
    ResponseEntity<byte[]> preview(@PathVariable String task, @PathVariable String id, Principal person)
            throws IOException {
        TaskEvidence.View view = evidence.of(task, person.getName()).orElseThrow(UnknownEvidenceException::new);
        Evidence piece = view.piece(id).orElseThrow(UnknownEvidenceException::new);
        byte[] drawn = previews.preview(piece).orElseThrow(UnknownEvidenceException::new);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .header("Content-Security-Policy", FileAnswer.NOTHING_RUNS)
                .body(drawn);
    }
}
