package nepsong.security;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the city's single sign-on names our roles. Nothing of it is used unless a client is registered under {@code
 * spring.security.oauth2.client}.
 *
 * @param groupsClaim where the ID token lists the groups; dots lead into nested claims ({@code realm_access.roles})
 * @param groups      group of theirs to group of ours
 * @param prefix      a group of theirs that begins so names a group of ours in the rest, administrators excepted
 */
@ConfigurationProperties("nepsong.sso")
public record SingleSignOnSettings(
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, String> groups,
        @DefaultValue("nepsong:") String prefix) {}
