package nepsong.evidence.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nepsong.evidence.Evidence;
import nepsong.evidence.OpenEvidence;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file to be taken away. Whatever it holds, the browser is told to run nothing of it. */
final class FileAnswer {

    static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    private FileAnswer() {}

    /** @param original as it was brought, else the copy that others see */
    static ResponseEntity<InputStreamResource> of(Evidence piece, OpenEvidence contents, boolean original) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(piece.fileName(), StandardCharsets.UTF_8)
                .build();
        try {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(piece.type().mediaType()))
                    .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                    .header("Content-Security-Policy", NOTHING_RUNS)
                    .header("X-Content-Type-Options", "nosniff")
                    .body(new InputStreamResource(contents.open(piece, original)));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
