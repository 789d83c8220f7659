package nepsong.security;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nepsong.audit.AuditTrail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One login in front of everything: of our own pages and programs, and of Camunda's behind them. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher PROGRAMS = PATH.matcher("/api/**");
    private static final RequestMatcher CAMUNDA_PROGRAMS = PATH.matcher("/camunda/api/**");

    @Bean
    AuthenticationManager authenticationManager(
            AuthenticationProvider passwords,
            LoginAttempts attempts,
            KnownDevices devices,
            ObjectProvider<ClientRegistrationRepository> clients,
            OAuth2UserService<OidcUserRequest, OidcUser> people) {
        List<AuthenticationProvider> doors =
                new ArrayList<>(List.of(new RestingAccounts(passwords, attempts, devices)));
        clients.ifAvailable(registered -> doors.add(SingleSignOn.answers(people)));
        ProviderManager manager = new ProviderManager(doors);
        // The password itself is never kept; what is, tells whether it was changed since.
        manager.setEraseCredentialsAfterAuthentication(false);
        return manager;
    }

    /** Whole paths, whichever servlet they lead to: Camunda's programs are servlets of their own. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    LoginAttempts loginAttempts(Clock clock) {
        return new LoginAttempts(clock);
    }

    @Bean
    @Order(1)
    SecurityFilterChain camunda(HttpSecurity http, AuthenticationManager logins, FreshPeople people, AuditTrail trail)
            throws Exception {
        common(http, logins, people, trail);
        http.securityMatcher("/camunda/**");
        http.authorizeHttpRequests(Routes::ofCamunda);
        // Camunda's own filter asks for its X-XSRF-TOKEN on every changing request.
        http.csrf(AbstractHttpConfigurer::disable);
        // A logout does not come as far as that filter: it is answered here, where it carries the same token.
        http.logout(logout -> logout.logoutRequestMatcher(new AndRequestMatcher(
                        PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"),
                        ForgeryProofPrograms::hasCamundaToken))
                .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler()));
        http.headers(Headers::ofCamunda);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            AuthenticationManager logins,
            FreshPeople people,
            KnownDevices devices,
            AuditTrail trail,
            ObjectProvider<ClientRegistrationRepository> clients)
            throws Exception {
        common(http, logins, people, trail);
        http.authorizeHttpRequests(Routes::ofPages);
        http.httpBasic(basic -> basic.authenticationDetailsSource(DeviceDetails::new)
                .authenticationEntryPoint(new ProgramsEntryPoint()));
        LandingPages landing = new LandingPages(requests());
        http.formLogin(form -> form.loginPage("/login")
                .loginProcessingUrl("/login")
                .authenticationDetailsSource(DeviceDetails::new)
                .successHandler((request, response, login) -> {
                    devices.remember(login.getName(), request, response);
                    landing.onAuthenticationSuccess(request, response, login);
                })
                .failureUrl("/login?error"));
        http.logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?logout"));
        // Only where a client is registered; there is none by default.
        ClientRegistrationRepository registered = clients.getIfAvailable();
        if (registered != null) {
            new SingleSignOn(registered).install(http, landing);
        }
        http.csrf(csrf -> csrf.ignoringRequestMatchers(new ForgeryProofPrograms()));
        http.headers(Headers::ofPages);
        return http.build();
    }

    private static void common(HttpSecurity http, AuthenticationManager logins, FreshPeople people, AuditTrail trail)
            throws Exception {
        http.authenticationManager(logins);
        http.requestCache(cache -> cache.requestCache(requests()));
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED)
                .sessionFixation(fixation -> fixation.changeSessionId()));
        // Over TLS alone, as browsers want it. Not the cookies: the one of a known device outlives the session.
        http.logout(logout -> logout.addLogoutHandler(
                new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.STORAGE))));
        http.addFilterBefore(new FreshLogins(people), AuthorizationFilter.class);
        http.exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        (request, response, problem) -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED),
                        CAMUNDA_PROGRAMS)
                .defaultAuthenticationEntryPointFor(new ProgramsEntryPoint(), PROGRAMS)
                .defaultAccessDeniedHandlerFor(new RecordedRefusals(trail, new ProgramsRefusal()), PROGRAMS)
                .defaultAccessDeniedHandlerFor(
                        new RecordedRefusals(trail, new AccessDeniedHandlerImpl()), request -> true)
                .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), request -> true));
    }

    /** After the login a person goes on to the page that was asked for; programs and pictures are not pages. */
    private static HttpSessionRequestCache requests() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(new AndRequestMatcher(List.of(
                request -> "GET".equals(request.getMethod()),
                request -> String.valueOf(request.getHeader("Accept")).contains("text/html"),
                new NegatedRequestMatcher(new OrRequestMatcher(PROGRAMS, CAMUNDA_PROGRAMS, PATH.matcher("/error"))))));
        return cache;
    }
}
