package nepsong.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nepsong.engine.ReadDraft;
import nepsong.engine.SaveDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is typed into a form is saved as one goes, by a script in Tasklist. */
@RestController
class DraftApi {

    /** Bytes; a scorecard with long texts stays far below. */
    private static final int LARGEST = 2_000_000;

    private static final int LONGEST_NAME = 64;

    private static final String NOT_YOURS = "Chưa lưu được bản nháp: việc này không còn trong tay bạn. Hãy chép lại"
            + " những gì vừa gõ rồi tải lại trang.";
    private static final String NEWER = "Chưa lưu được bản nháp: ở trang hoặc máy khác đã có bản lưu mới hơn. Hãy chép"
            + " lại những gì vừa gõ ở đây rồi tải lại trang.";

    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    private final SaveDraft drafts;
    private final ReadDraft reading;
    private final ObjectMapper json;

    DraftApi(SaveDraft drafts, ReadDraft reading, ObjectMapper json) {
        this.reading = reading;
        this.drafts = drafts;
        this.json = json;
    }

    record Saved(Instant savedAt) {}

    /** No content where there is no draft, or none for this person. */
    @GetMapping("/api/tasks/{task}/draft")
    ResponseEntity<ReadDraft.Draft> read(@PathVariable String task, Principal person) {
        return reading.read(task, person.getName()).map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent()
                .build());
    }

    @PutMapping("/api/tasks/{task}/draft")
    ResponseEntity<?> save(
            @PathVariable String task,
            @RequestParam(required = false) @Nullable @Size(max = LONGEST_NAME) String page,
            @RequestParam(required = false) @Nullable Instant known,
            HttpServletRequest request,
            Principal person)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return problem(HttpStatus.PAYLOAD_TOO_LARGE, "Nội dung quá dài để lưu nháp; hãy rút gọn các đoạn văn.");
        }
        Map<String, @Nullable Object> values;
        try {
            values = json.readValue(body, VALUES);
        } catch (JsonProcessingException broken) {
            return problem(HttpStatus.BAD_REQUEST, "Dữ liệu nháp không đọc được.");
        }
        Optional<SaveDraft.Saved> saved = values == null
                ? Optional.empty()
                : drafts.save(task, person.getName(), values, new SaveDraft.Page(page, known));
        if (saved.isEmpty() && drafts.keepsNone(task, person.getName())) {
            return ResponseEntity.noContent().build();
        }
        if (saved.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, NOT_YOURS);
        }
        Instant savedAt = saved.get().savedAt();
        return savedAt == null ? problem(HttpStatus.CONFLICT, NEWER) : ResponseEntity.ok(new Saved(savedAt));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
