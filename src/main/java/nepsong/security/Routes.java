package nepsong.security;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.springframework.security.authorization.AuthenticatedAuthorizationManager.authenticated;
import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasRole;
import static org.springframework.security.authorization.AuthorizationManagers.allOf;
import static org.springframework.security.authorization.AuthorizationManagers.not;

import jakarta.servlet.DispatcherType;
import nepsong.organisation.Groups;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Which role may open which route; whatever is not named is refused. Whose unit it is, the controllers ask. */
final class Routes {

    private static final String[] PROGRAMS_OF_THE_CYCLE = {Groups.MANAGERS, Groups.STANDING_OFFICE, Groups.SECRETARIES};

    private Routes() {}

    static void ofPages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
        routes.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll();
        routes.requestMatchers("/login", "/error", "/actuator/health").permitAll();
        routes.requestMatchers(POST, "/language").permitAll();
        routes.requestMatchers(GET, "/css/**", "/js/**", "/img/**", "/fonts/**", "/favicon.ico")
                .permitAll();

        routes.requestMatchers(GET, "/webjars/**").authenticated();
        routes.requestMatchers(
                        "/mail/**",
                        "/operations/**",
                        "/calendar/**",
                        "/people/**",
                        "/parameters/**",
                        "/catalogue/**",
                        "/actuator/**",
                        "/api/outbox/**",
                        "/api/catalogue/**",
                        "/api/docs/**")
                .hasRole(Groups.ADMINISTRATORS);
        routes.requestMatchers("/cycles", "/cycles/*/withdrawal").hasRole(Groups.DEPARTMENT_LEADERS);
        // Managers complete nothing, but see to it that others do.
        routes.requestMatchers("/progress/*/tasks/*/assignee").hasRole(Groups.MANAGERS);
        routes.requestMatchers("/progress/**").hasAnyRole(Groups.WATCHERS.toArray(String[]::new));
        routes.requestMatchers("/audit/**", "/api/audit/**").hasAnyRole(Groups.ADMINISTRATORS, Groups.MANAGERS);

        // Open to everyone once published; until then the controller answers as if it did not exist.
        routes.requestMatchers(GET, "/api/cycles/*/results").authenticated();
        routes.requestMatchers(GET, "/api/cycles/**").hasAnyRole(PROGRAMS_OF_THE_CYCLE);
        routes.requestMatchers(GET, "/api/commendations/**")
                .hasAnyRole(Groups.STANDING_OFFICE, Groups.AWARD_OFFICE, Groups.COUNCIL, Groups.MANAGERS);
        routes.requestMatchers(POST, "/api/pair").hasAnyRole(Groups.STANDING_OFFICE, Groups.SECRETARIES);
        routes.requestMatchers(POST, "/api/score").authenticated();
        routes.requestMatchers(PUT, "/api/calendar/days/**").hasRole(Groups.ADMINISTRATORS);
        routes.requestMatchers(DELETE, "/api/calendar/days/**").hasRole(Groups.ADMINISTRATORS);
        routes.requestMatchers(GET, "/api/units/**", "/api/findings/**", "/api/calendar/**")
                .authenticated();
        routes.requestMatchers("/api/tasks/**").authenticated();

        routes.requestMatchers("/cycles/*/deadlines").hasRole(Groups.STANDING_OFFICE);
        routes.requestMatchers("/postings/**", "/published/**", "/papers/**", "/conferences/*", "/opinions/*", "/done")
                .access(allOf(authenticated(), not(hasRole(Groups.ADMINISTRATORS))));
        // Whoever comes in by single sign-on has no password here.
        routes.requestMatchers("/password")
                .access((login, visit) -> new AuthorizationDecision(
                        login.get() instanceof UsernamePasswordAuthenticationToken person && person.isAuthenticated()));
        routes.requestMatchers(
                        "/preferences", "/delegation/**", "/extensions/**", "/visits/*/*", "/visits/*/*/inspecting")
                .authenticated();
        routes.requestMatchers("/", "/guide/**", "/units/**", "/evidence/**", "/tasks/**")
                .authenticated();
        routes.anyRequest().denyAll();
    }

    /** Cockpit, Admin and Welcome, and their programs, are the administrator's. */
    static void ofCamunda(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
        routes.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll();
        // Camunda's own filter would refuse it too, and end the session all the same.
        routes.requestMatchers(request ->
                        request.getRequestURI().endsWith("/logout") && !ForgeryProofPrograms.hasCamundaToken(request))
                .denyAll();
        routes.requestMatchers(
                        "/camunda/app/cockpit/**",
                        "/camunda/app/admin/**",
                        "/camunda/app/welcome/**",
                        "/camunda/api/cockpit/**",
                        "/camunda/api/welcome/**")
                .hasRole(Groups.ADMINISTRATORS);
        routes.requestMatchers(GET, "/camunda/app/**", "/camunda/lib/**", "/camunda/assets/**", "/camunda/favicon.ico")
                .authenticated();
        routes.requestMatchers("/camunda/api/**").authenticated();
        routes.anyRequest().denyAll();
    }
}
