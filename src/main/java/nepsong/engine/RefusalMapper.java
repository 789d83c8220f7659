package nepsong.engine;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import java.util.Objects;

/**
 * What Camunda's web API answers where a call was refused that is no submission: claiming, releasing, a comment. By itself
 * it would take the refusal for a failure of the server, and log it as one. The filter around it gives the answer its form.
 */
public final class RefusalMapper implements ExceptionMapper<FormRefusedException> {

    @Override
    public Response toResponse(FormRefusedException refused) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "FormRefused", "message", Objects.requireNonNull(refused.getMessage())))
                .build();
    }
}
