package nepsong.language.web;

import java.util.Optional;
import nepsong.language.Languages;
import nepsong.language.Translator;
import nepsong.language.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** What a script of ours was refused is shown on its page: so it comes in the page's language. */
@ControllerAdvice
class TranslatedProblems implements ResponseBodyAdvice<Object> {

    private final Languages languages;

    TranslatedProblems(Languages languages) {
        this.languages = languages;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return !Viewer.readsVietnamese();
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        Optional<Translator> translator = languages.translator(Viewer.language());
        if (body instanceof ProblemDetail problem && translator.isPresent()) {
            String title = problem.getTitle();
            String detail = problem.getDetail();
            problem.setTitle(title == null ? null : translator.get().text(title));
            problem.setDetail(detail == null ? null : translator.get().text(detail));
        }
        return body;
    }
}
