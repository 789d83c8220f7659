package nepsong.security;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.TypedText;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** What a program may send to {@code /api} at once: no more than anybody needs, however it says it. */
@Configuration(proxyBeanMethods = false)
class BoundedPrograms {

    /** Bytes; files travel as multipart and have limits of their own. */
    static final int LARGEST_BODY = 1_000_000;

    static final int DEEPEST_BODY = 50;

    @Bean
    Jackson2ObjectMapperBuilderCustomizer shallowJson() {
        return mapper -> mapper.postConfigurer(json -> json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST_BODY)
                        .build()));
    }

    @Bean
    Jackson2ObjectMapperBuilderCustomizer textThatCanBeKept() {
        return mapper -> mapper.deserializerByType(String.class, new StringDeserializer() {
            @Override
            public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                String text = super.deserialize(parser, context);
                if (text != null && !TypedText.canBeKept(text)) {
                    throw JsonMappingException.from(parser, "a text holds what is no character");
                }
                return text;
            }
        });
    }

    @Bean
    HttpFirewall parametersThatCanBeKept() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> boundedBodies(AuditTrail trail) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Bodies(trail));
        registration.addUrlPatterns("/api/*");
        return registration;
    }

    private static void record(AuditTrail trail, HttpServletRequest request) {
        trail.refused(AuditEvent.of("web.refused")
                .about(request.getMethod() + " " + request.getRequestURI())
                .because("Dữ liệu gửi lên quá lớn"));
    }

    private static final class Bodies extends OncePerRequestFilter {

        private final AuditTrail trail;

        Bodies(AuditTrail trail) {
            this.trail = trail;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String type = request.getContentType();
            if (type != null && type.startsWith("multipart/")) {
                chain.doFilter(request, response);
            } else if (request.getContentLengthLong() > LARGEST_BODY) {
                record(trail, request);
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            } else {
                chain.doFilter(new Counted(request, trail), response);
            }
        }
    }

    /** A body that does not say its length is stopped where it passes the limit. */
    private static final class Counted extends ContentCachingRequestWrapper {

        private final AuditTrail trail;

        Counted(HttpServletRequest request, AuditTrail trail) {
            super(request, LARGEST_BODY);
            this.trail = trail;
        }

        @Override
        protected void handleContentOverflow(int limit) {
            BoundedPrograms.record(trail, (HttpServletRequest) getRequest());
            throw new MaxUploadSizeExceededException(limit);
        }
    }
}
