package nepsong.engine;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import nepsong.audit.AuditTrail;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.glassfish.jersey.server.ServerProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever our login let in is logged in at Camunda's web applications as well, and nobody else. */
@Configuration(proxyBeanMethods = false)
class ContainerLogin {

    /** Both after Spring Security (-100) and before Camunda's own filters. */
    private static final int GUARD = 10;

    private static final int LOGIN = 20;

    @Bean
    FilterRegistrationBean<WebApiGuard> webApiGuard(AuditTrail trail) {
        var registration = new FilterRegistrationBean<>(new WebApiGuard(trail));
        registration.addUrlPatterns("/camunda/api/*");
        registration.setOrder(GUARD);
        return registration;
    }

    /** After Camunda's own initializer, which makes the servlet. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> refusalsAreNoFailures() {
        return server ->
                server.addInitializers(context -> Objects.requireNonNull(context.getServletRegistration("Engine Api"))
                        .setInitParameter(ServerProperties.PROVIDER_CLASSNAMES, RefusalMapper.class.getName()));
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> containerLoginFilter(ProcessEngine engine) {
        var registration = new FilterRegistrationBean<ContainerBasedAuthenticationFilter>(new Filter(engine));
        registration.addUrlPatterns("/camunda/api/*", "/camunda/app/*");
        registration.setOrder(LOGIN);
        registration.setAsyncSupported(true);
        return registration;
    }

    private static final class Filter extends ContainerBasedAuthenticationFilter {

        private final ProcessEngine engine;

        Filter(ProcessEngine engine) {
            this.engine = engine;
        }

        @Override
        public void init(FilterConfig config) {
            authenticationProvider = new SpringLogin();
        }

        /** Paths that name no engine ask who is logged in: there the one engine is meant. */
        @Override
        protected @Nullable String extractEngineName(HttpServletRequest request) {
            String named = super.extractEngineName(request);
            return named == null && SpringLogin.person() != null ? engine.getName() : named;
        }
    }

    private static final class SpringLogin implements AuthenticationProvider {

        static @Nullable Authentication person() {
            Authentication person = SecurityContextHolder.getContext().getAuthentication();
            return person != null
                            && person.isAuthenticated()
                            && person.getAuthorities().stream()
                                    .noneMatch(each -> each.getAuthority().equals("ROLE_ANONYMOUS"))
                    ? person
                    : null;
        }

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            Authentication person = person();
            if (person == null) {
                return AuthenticationResult.unsuccessful();
            }
            List<String> groups = person.getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .filter(authority -> authority.startsWith("ROLE_"))
                    .map(authority -> authority.substring("ROLE_".length()))
                    .toList();
            AuthenticationResult result = AuthenticationResult.successful(person.getName());
            result.setGroups(groups);
            return result;
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // The one login asks for the password, never this filter.
        }
    }
}
