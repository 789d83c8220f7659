package nepsong.progress.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The address names a cycle that there is not. */
class UnknownCycleException extends ResponseStatusException {

    UnknownCycleException(String code) {
        super(HttpStatus.NOT_FOUND, "Không có kỳ kiểm tra “" + code + "”.");
    }
}
