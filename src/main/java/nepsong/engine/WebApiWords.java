package nepsong.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nepsong.cycle.Refusal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.springframework.stereotype.Component;

/**
 * What Camunda's web API refuses by itself, before a service of ours is asked, as that service would refuse it: values of
 * a form that are not of the kind that was sent with them, and a comment on what the caller may not see.
 */
@Component
class WebApiWords {

    private static final Pattern COMMENT = Pattern.compile(".*/task/[^/]+/comment/create/?");

    private final ObjectMapper json = JacksonConfigurator.configureObjectMapper(new ObjectMapper());
    private final ProcessEngine engine;

    WebApiWords(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Empty where the refusal was about something else. */
    Optional<FormRefusedException> of(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        List<Refusal> refusals = COMMENT.matcher(path).matches()
                ? List.of(Refusal.of("", DiscreetComments.NOT_HERE))
                : WebApiCalls.isForm(path) ? unread(json.readTree(request.getInputStream())) : List.of();
        return refusals.isEmpty() ? Optional.empty() : Optional.of(new FormRefusedException(refusals));
    }

    private List<Refusal> unread(JsonNode body) {
        return body.path("variables").properties().stream()
                .filter(variable -> !isRead(variable.getValue()))
                .map(Map.Entry::getKey)
                .map(FormValues::ofNoKindThatIsTaken)
                .toList();
    }

    private boolean isRead(JsonNode variable) {
        try {
            VariableValueDto value = json.convertValue(variable, VariableValueDto.class);
            return value == null || value.toTypedValue(engine, json) != null;
        } catch (RestException | IllegalArgumentException noSuchKind) {
            return false;
        }
    }
}
