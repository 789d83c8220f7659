package nepsong.security.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Puts the titles that the protocol gives to problems into Vietnamese; a title of our own stays. */
@ControllerAdvice
class ProblemTitles implements ResponseBodyAdvice<Object> {

    private static final Map<Integer, String> TITLES = Map.of(
            400, "Yêu cầu chưa đúng",
            403, "Không được phép",
            404, "Không tìm thấy",
            405, "Cách gọi không được hỗ trợ",
            406, "Không có dạng dữ liệu được yêu cầu",
            409, "Trạng thái đã thay đổi",
            413, "Dữ liệu quá lớn",
            415, "Dạng dữ liệu không được hỗ trợ",
            500, "Lỗi hệ thống");

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem) {
            HttpStatus status = HttpStatus.resolve(problem.getStatus());
            String title = TITLES.get(problem.getStatus());
            if (status != null && title != null && status.getReasonPhrase().equals(problem.getTitle())) {
                problem.setTitle(title);
            }
        }
        return body;
    }
}
