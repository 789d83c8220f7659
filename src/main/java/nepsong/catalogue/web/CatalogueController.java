package nepsong.catalogue.web;

import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.catalogue.LoadChecklist;
import nepsong.catalogue.LoadThemes;
import nepsong.organisation.FileError;
import nepsong.organisation.LoadBlocs;
import nepsong.organisation.LoadOutcome;
import nepsong.organisation.LoadPeople;
import nepsong.organisation.LoadUnits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * {@code POST /api/catalogue/checklists|themes|units|blocs|people}, multipart with the part {@code file}; for {@code camunda-admin}
 * alone, as the routes' rules say. Answers 201 with {@code version} and {@code rows}, of people also the {@code passwords} of new logins, or 422 with every error.
 */
@RestController
@RequestMapping(path = "/api/catalogue", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
class CatalogueController {

    private final LoadChecklist loadChecklist;
    private final LoadThemes loadThemes;
    private final LoadUnits loadUnits;
    private final LoadBlocs loadBlocs;
    private final LoadPeople loadPeople;
    private final AuditTrail trail;

    CatalogueController(
            LoadChecklist loadChecklist,
            LoadThemes loadThemes,
            LoadUnits loadUnits,
            LoadBlocs loadBlocs,
            LoadPeople loadPeople,
            AuditTrail trail) {
        this.trail = trail;
        this.loadChecklist = loadChecklist;
        this.loadThemes = loadThemes;
        this.loadUnits = loadUnits;
        this.loadBlocs = loadBlocs;
        this.loadPeople = loadPeople;
    }

    @PostMapping("/checklists")
    ResponseEntity<?> checklist(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String title,
            Principal principal)
            throws IOException {
        return answer(
                "checklists",
                file == null ? missing() : loadChecklist.load(title, file.getBytes(), principal.getName()));
    }

    @PostMapping("/themes")
    ResponseEntity<?> themes(@RequestParam(required = false) @Nullable MultipartFile file, Principal principal)
            throws IOException {
        return answer("themes", file == null ? missing() : loadThemes.load(file.getBytes(), principal.getName()));
    }

    @PostMapping("/units")
    ResponseEntity<?> units(@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        return answer("units", file == null ? missing() : loadUnits.load(file.getBytes()));
    }

    @PostMapping("/blocs")
    ResponseEntity<?> blocs(@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        return answer("blocs", file == null ? missing() : loadBlocs.load(file.getBytes()));
    }

    @PostMapping("/people")
    ResponseEntity<?> people(@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        LoadPeople.Loaded loaded =
                file == null ? new LoadPeople.Loaded(missing(), Map.of()) : loadPeople.load(file.getBytes());
        return answer("people", loaded.outcome(), Map.of("passwords", loaded.passwords()));
    }

    private static Map<String, Object> answered(LoadOutcome outcome, Map<String, Object> more) {
        Map<String, Object> answered = new LinkedHashMap<>(more);
        answered.put("version", outcome.version());
        answered.put("rows", outcome.rows());
        return answered;
    }

    private static LoadOutcome missing() {
        return LoadOutcome.refused(List.of(new FileError(0, "file", "Chưa chọn tệp CSV.")));
    }

    private ResponseEntity<?> answer(String what, LoadOutcome outcome) {
        return answer(what, outcome, Map.of());
    }

    /** @param more what a program is told beside version and rows */
    private ResponseEntity<?> answer(String what, LoadOutcome outcome, Map<String, Object> more) {
        AuditEvent event = AuditEvent.of("catalogue.loaded").about(what);
        if (!outcome.wasRefused()) {
            trail.record(event.changed(Map.of(), Map.of("version", outcome.version(), "rows", outcome.rows())));
            return ResponseEntity.status(HttpStatus.CREATED)
                    .cacheControl(CacheControl.noStore())
                    .body(answered(outcome, more));
        }
        trail.refused(event.because("Tệp có " + outcome.errors().size() + " lỗi"));
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "Tệp có %d lỗi nên chưa có gì được thay đổi. Hãy sửa tệp rồi nạp lại."
                        .formatted(outcome.errors().size()));
        problem.setTitle("Tệp không hợp lệ");
        problem.setProperty("errors", outcome.errors());
        return ResponseEntity.unprocessableEntity()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
