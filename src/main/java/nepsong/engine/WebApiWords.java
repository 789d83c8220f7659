package nepsong.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nepsong.cycle.Refusal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * What Camunda's web API refuses by itself, before a service of ours is asked, as that service would refuse it: values of
 * a form that are not of the kind that was sent with them, and a comment on what the caller may not see.
 */
@Component
class WebApiWords {

    private static final Pattern FORM = Pattern.compile(".*/(task|process-definition)/([^/]+)/[^/]+/?");
    private static final Pattern COMMENT = Pattern.compile(".*/task/[^/]+/comment/create/?");

    private final ObjectMapper json = JacksonConfigurator.configureObjectMapper(new ObjectMapper());
    private final ProcessEngine engine;
    private final OpenTasks tasks;
    private final OpenForms forms;

    WebApiWords(ProcessEngine engine, OpenTasks tasks, OpenForms forms) {
        this.engine = engine;
        this.tasks = tasks;
        this.forms = forms;
    }

    /** Empty where the refusal was about something else. */
    Optional<FormRefusedException> of(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        List<Refusal> refusals = COMMENT.matcher(path).matches()
                ? List.of(Refusal.of("", DiscreetComments.NOT_HERE))
                : WebApiCalls.isForm(path) ? unread(json.readTree(request.getInputStream()), request) : List.of();
        return refusals.isEmpty() ? Optional.empty() : Optional.of(new FormRefusedException(refusals));
    }

    private List<Refusal> unread(JsonNode body, HttpServletRequest request) {
        List<String> unread = body.path("variables").properties().stream()
                .filter(variable -> !isRead(variable.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        UnaryOperator<String> named = unread.isEmpty() ? UnaryOperator.identity() : names(request);
        return unread.stream()
                .map(key -> FormValues.ofNoKindThatIsTaken(key, named))
                .toList();
    }

    /** As the form calls its fields. */
    private UnaryOperator<String> names(HttpServletRequest request) {
        Optional<OpenForms.Found> form = form(request);
        return key -> form.map(found -> found.schema().named(key)).orElse(key);
    }

    /** Of a task that is not the caller's nothing is told, not even that it is there. */
    private Optional<OpenForms.Found> form(HttpServletRequest request) {
        Matcher handedIn = FORM.matcher(request.getRequestURI());
        if (!handedIn.matches()) {
            return Optional.empty();
        }
        String id = UriUtils.decode(handedIn.group(2), StandardCharsets.UTF_8);
        return handedIn.group(1).equals("task")
                ? tasks.find(id, Objects.requireNonNullElse(request.getRemoteUser(), ""))
                        .filter(OpenTask::held)
                        .flatMap(task -> forms.ofTask(id))
                : forms.ofProcess(id);
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
