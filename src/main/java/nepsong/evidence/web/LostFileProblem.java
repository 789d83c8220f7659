package nepsong.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import nepsong.evidence.LostFileException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A file that is not where it was kept, wherever it was asked for: a program gets a problem, a person a page. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LostFileProblem {

    @ExceptionHandler
    Object lost(LostFileException lost, HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            ModelAndView page = new ModelAndView("error", HttpStatus.SERVICE_UNAVAILABLE);
            page.addObject("status", HttpStatus.SERVICE_UNAVAILABLE.value());
            page.addObject("lost", LostFileException.SENTENCE);
            return page;
        }
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, LostFileException.SENTENCE);
        problem.setTitle("Không thực hiện được");
        return ResponseEntity.of(problem).build();
    }
}
