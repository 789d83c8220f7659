package nepsong.catalogue.web;

import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import nepsong.catalogue.CatalogueFile;
import nepsong.catalogue.LoadCatalogue;
import nepsong.organisation.LoadOutcome;
import nepsong.organisation.LoadPeople;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/**
 * {@code POST /api/catalogue/checklists|themes|units|blocs|people}, multipart with the part {@code file}; for {@code camunda-admin}
 * alone, as the routes' rules say. Answers 201 with {@code version} and {@code rows}, of people also the {@code passwords} of new logins, or 422 with every error.
 */
@RestController
@RequestMapping(path = "/api/catalogue", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
class CatalogueController {

    private final LoadCatalogue loading;

    CatalogueController(LoadCatalogue loading) {
        this.loading = loading;
    }

    @PostMapping("/checklists")
    ResponseEntity<?> checklist(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String title,
            Principal principal)
            throws IOException {
        return load(CatalogueFile.CHECKLISTS, title, file, principal);
    }

    @PostMapping("/themes")
    ResponseEntity<?> themes(@RequestParam(required = false) @Nullable MultipartFile file, Principal principal)
            throws IOException {
        return load(CatalogueFile.THEMES, "", file, principal);
    }

    @PostMapping("/units")
    ResponseEntity<?> units(@RequestParam(required = false) @Nullable MultipartFile file, Principal principal)
            throws IOException {
        return load(CatalogueFile.UNITS, "", file, principal);
    }

    @PostMapping("/blocs")
    ResponseEntity<?> blocs(@RequestParam(required = false) @Nullable MultipartFile file, Principal principal)
            throws IOException {
        return load(CatalogueFile.BLOCS, "", file, principal);
    }

    @PostMapping("/people")
    ResponseEntity<?> people(@RequestParam(required = false) @Nullable MultipartFile file, Principal principal)
            throws IOException {
        return load(CatalogueFile.PEOPLE, "", file, principal);
    }

    private ResponseEntity<?> load(CatalogueFile what, String title, @Nullable MultipartFile file, Principal principal)
            throws IOException {
        LoadPeople.Loaded loaded =
                loading.load(what, title, file == null ? new byte[0] : file.getBytes(), principal.getName());
        LoadOutcome outcome = loaded.outcome();
        if (outcome.wasRefused()) {
            return refused(outcome);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        if (what == CatalogueFile.PEOPLE) {
            answer.put("passwords", loaded.passwords());
        }
        answer.put("version", outcome.version());
        answer.put("rows", outcome.rows());
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(answer);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException large) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                        HttpStatus.PAYLOAD_TOO_LARGE, "“file”: tệp lớn hơn 20 MB. Hãy chia tệp rồi nạp từng phần."))
                .build();
    }

    private static ResponseEntity<?> refused(LoadOutcome outcome) {
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
