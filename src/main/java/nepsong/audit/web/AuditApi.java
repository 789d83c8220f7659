package nepsong.audit.web;

import java.time.LocalDate;
import java.util.List;
import nepsong.audit.AuditEvents;
import nepsong.audit.AuditQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/audit}: newest first; how many there are in all is in the header {@code X-Total-Count}. */
@RestController
class AuditApi {

    private static final int LARGEST_PAGE = 1_000;

    private final AuditEvents events;

    AuditApi(AuditEvents events) {
        this.events = events;
    }

    @GetMapping("/api/audit")
    ResponseEntity<List<Entry>> search(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Boolean refused,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            Authentication reader) {
        boolean everything = Readers.seesEverything(reader);
        var question = new AuditQuestion(actor, action, unit, from, to, text, refused, everything);
        int atMost = Math.max(1, Math.min(size, LARGEST_PAGE));
        int offset = Math.multiplyExact(Math.max(0, Math.min(page, 1_000_000)), atMost);
        return ResponseEntity.ok()
                .header("X-Total-Count", String.valueOf(events.count(question)))
                .body(events.search(question, offset, atMost).stream()
                        .map(event -> Entry.of(event, everything))
                        .toList());
    }
}
