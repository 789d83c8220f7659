package nepsong.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import nepsong.audit.AuditTrail;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.Adapter;
import org.apache.coyote.ProtocolHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * The server itself refuses what is no request: an address that cannot be read, too long a head, a method that no server
 * of pages has. No filter sees it; the answer has the same headers all the same, and a line in place of the server's page.
 */
@Configuration(proxyBeanMethods = false)
class ServerRefusals {

    private static final String REFUSED = "Yêu cầu chưa đúng";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> inALine(ObjectProvider<AuditTrail> trail) {
        return server -> {
            server.addContextCustomizers(context -> {
                context.getParent().getPipeline().addValve(new OneLine());
                context.getParent().getPipeline().addValve(new StrangersBodies(trail::getObject));
            });
            server.addConnectorCustomizers(connector -> connector.addLifecycleListener(event -> {
                if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                    ProtocolHandler protocol = connector.getProtocolHandler();
                    protocol.setAdapter(new NothingOfItsOwn(protocol.getAdapter()));
                }
            }));
        };
    }

    /**
     * Two questions the server answers before it asks anybody: what came to it (TRACE), and what it can do as a whole
     * (OPTIONS *). Under a name that no method has, they are refused where every other is.
     */
    private record NothingOfItsOwn(Adapter server) implements Adapter {

        private static final String METHOD_OF_NO_PAGE = "REFUSED";

        @Override
        public void service(org.apache.coyote.Request request, org.apache.coyote.Response response) throws Exception {
            boolean asAWhole = request.requestURI().equals("*");
            if (asAWhole || request.method().equals("TRACE")) {
                request.setMethod(METHOD_OF_NO_PAGE);
            }
            if (asAWhole) {
                request.requestURI().setString("/");
            }
            server.service(request, response);
        }

        @Override
        public boolean prepare(org.apache.coyote.Request request, org.apache.coyote.Response response)
                throws Exception {
            return server.prepare(request, response);
        }

        @Override
        public boolean asyncDispatch(
                org.apache.coyote.Request request, org.apache.coyote.Response response, SocketEvent status)
                throws Exception {
            return server.asyncDispatch(request, response, status);
        }

        @Override
        public void log(org.apache.coyote.Request request, org.apache.coyote.Response response, long time) {
            server.log(request, response, time);
        }

        @Override
        public void checkRecycled(org.apache.coyote.Request request, org.apache.coyote.Response response) {
            server.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return server.getDomain();
        }
    }

    private static final class OneLine extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable problem) {
            if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            Headers.write(request, response);
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            try {
                Writer page = response.getReporter();
                if (page != null) {
                    page.write(REFUSED);
                    response.finishResponse();
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
