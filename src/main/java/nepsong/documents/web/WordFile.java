package nepsong.documents.web;

import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** A document for Word as an answer; where there is none, or none for this person, it is not there. */
final class WordFile {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private WordFile() {}

    static ResponseEntity<byte[]> named(String name, Optional<byte[]> content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".docx")
                                .build()
                                .toString())
                .body(content.orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có văn bản này.")));
    }
}
