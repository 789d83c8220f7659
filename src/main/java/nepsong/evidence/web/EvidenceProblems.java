package nepsong.evidence.web;

import java.util.List;
import java.util.stream.Collectors;
import nepsong.cycle.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Every "no" about evidence in words: what is wrong, and what to do. */
@RestControllerAdvice(assignableTypes = {EvidenceApi.class, EvidenceFileApi.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class EvidenceProblems {

    static ResponseEntity<ProblemDetail> of(List<Refusal> refusals) {
        ProblemDetail problem = problem(
                HttpStatus.UNPROCESSABLE_ENTITY,
                refusals.stream().map(EvidenceProblems::sentence).collect(Collectors.joining(" ")));
        problem.setProperty("refusals", refusals);
        return ResponseEntity.of(problem).build();
    }

    private static String sentence(Refusal refusal) {
        String reason = refusal.reason().endsWith(".") ? refusal.reason() : refusal.reason() + ".";
        return refusal.row() == null ? reason : refusal.row() + ": " + reason;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownEvidenceException unknown) {
        return answer(
                HttpStatus.NOT_FOUND,
                "Không có minh chứng này cho người đang đăng nhập. Việc có thể đã hoàn thành; hãy tải lại trang.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException large) {
        return answer(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "Tệp lớn hơn 20 MB. Hãy nén, tách tệp hoặc quét với độ phân giải thấp hơn rồi tải lên lại.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestPartException missing) {
        return answer(HttpStatus.UNPROCESSABLE_ENTITY, "Chưa có tệp nào được gửi lên. Hãy chọn tệp.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing) {
        return answer(HttpStatus.UNPROCESSABLE_ENTITY, "Hãy chọn tiêu chí mà tệp này chứng minh.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(MethodArgumentTypeMismatchException wrong) {
        return answer(
                HttpStatus.UNPROCESSABLE_ENTITY,
                wrong.getName().equals("issuedOn")
                        ? "“Ngày ban hành” phải là một ngày có thật, dạng năm-tháng-ngày."
                        : "Dữ liệu gửi lên không đọc được.");
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String detail) {
        return ResponseEntity.of(problem(status, detail)).build();
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle("Không thực hiện được");
        return problem;
    }
}
