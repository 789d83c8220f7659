package nepsong.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import nepsong.organisation.TypedText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** The second door: somebody else looks at the password. Only OpenID Connect, with a proof key, and only known roles. */
final class SingleSignOn {

    /** Why somebody whom the provider knows is not let in; the login page has a sentence for each. */
    static final Set<String> REASONS = Set.of("no-role", "name", "taken", "mixed", "erased");

    private static final int LONGEST_LINE = 300;

    private static final Logger LOG = LoggerFactory.getLogger(SingleSignOn.class);

    private final ClientRegistrationRepository clients;

    SingleSignOn(ClientRegistrationRepository clients) {
        this.clients = clients;
    }

    /** Looks at what the provider says of a person. Only OpenID Connect: of anything else nobody has signed who it is. */
    static AuthenticationProvider answers(OAuth2UserService<OidcUserRequest, OidcUser> people) {
        return new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(), people);
    }

    void install(HttpSecurity http, AuthenticationSuccessHandler landing) throws Exception {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(clients)
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                .successHandler(landing)
                .failureHandler(new Refusal()));
        http.logout(logout -> logout.logoutSuccessHandler(whereTheyCameFrom()));
    }

    /** Of whoever came in by this door the provider's session ends too, where it offers that. */
    private LogoutSuccessHandler whereTheyCameFrom() {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setDefaultTargetUrl("/login?logout");
        handler.setPostLogoutRedirectUri("{baseUrl}/login?logout");
        return handler;
    }

    /** What a provider, or whoever pretends to be one, says is written as one short line and nothing else. */
    private static String inALine(@Nullable String said) {
        String line = String.valueOf(said).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        return TypedText.shortened(line, LONGEST_LINE);
    }

    private static final class Refusal implements AuthenticationFailureHandler {

        @Override
        public void onAuthenticationFailure(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
                throws IOException {
            String code = problem instanceof OAuth2AuthenticationException single
                    ? single.getError().getErrorCode()
                    : "";
            LOG.warn("Single sign-on refused: {}", inALine(problem.getMessage()));
            response.sendRedirect(
                    request.getContextPath() + "/login?sso=" + (REASONS.contains(code) ? code : "failed"));
        }
    }
}
