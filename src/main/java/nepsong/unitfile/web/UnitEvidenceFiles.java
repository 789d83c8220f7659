package nepsong.unitfile.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import nepsong.evidence.Evidence;
import nepsong.evidence.OpenEvidence;
import nepsong.evidence.PreviewEvidence;
import nepsong.unitfile.OpenUnitEvidence;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The files on a unit's page, as others see them: without the camera's notes, but for those who judge whether a photo is what
 * it is said to be. The browser is told to run nothing of them.
 */
@Controller
@RequestMapping("/units/{unit}/evidence/{id}")
class UnitEvidenceFiles {

    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    private final OpenUnitEvidence evidence;
    private final OpenEvidence contents;
    private final PreviewEvidence previews;

    UnitEvidenceFiles(OpenUnitEvidence evidence, OpenEvidence contents, PreviewEvidence previews) {
        this.evidence = evidence;
        this.contents = contents;
        this.previews = previews;
    }

    /** @param original the file as it was brought, for those who may have it; others get the copy without camera notes */
    @GetMapping
    ResponseEntity<InputStreamResource> download(
            @PathVariable String unit,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean original,
            Principal person)
            throws IOException {
        Evidence piece = evidence.take(unit, id, person.getName()).orElseThrow(UnitEvidenceFiles::unknown);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(piece.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(piece.type().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", NOTHING_RUNS)
                .body(new InputStreamResource(
                        contents.open(piece, original && evidence.mayHaveOriginal(piece, person.getName()))));
    }

    @GetMapping("/preview")
    ResponseEntity<byte[]> preview(@PathVariable String unit, @PathVariable String id, Principal person)
            throws IOException {
        Evidence piece = evidence.look(unit, id, person.getName()).orElseThrow(UnitEvidenceFiles::unknown);
        byte[] drawn = previews.preview(piece).orElseThrow(UnitEvidenceFiles::unknown);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .header("Content-Security-Policy", NOTHING_RUNS)
                .body(drawn);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có tệp này.");
    }
}
