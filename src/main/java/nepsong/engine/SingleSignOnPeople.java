package nepsong.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.ErasedPeople;
import nepsong.organisation.Groups;
import nepsong.security.SingleSignOnSettings;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever comes in by single sign-on is entered into the engine's identity tables, with the groups that the provider
 * says and no others: tasks are offered and mails sent to those who stand there.
 */
@Component
class SingleSignOnPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** Under this name an account keeps whose it is at the provider; accounts made here do not have it. */
    private static final String ORIGIN = "singleSignOn";

    private static final String USER_ID = "[a-zA-Z0-9]{1,64}";

    private final IdentityService identities;
    private final SingleSignOnSettings settings;
    private final AuditTrail trail;
    private final ErasedPeople erased;
    private final OidcUserService claims = new OidcUserService();

    SingleSignOnPeople(
            IdentityService identities, SingleSignOnSettings settings, AuditTrail trail, ErasedPeople erased) {
        this.trail = trail;
        this.erased = erased;
        this.identities = identities;
        this.settings = settings;
    }

    @Override
    @Transactional
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser person = claims.loadUser(request);
        String id = person.getName();
        if (!id.matches(USER_ID)) {
            throw refusal("name", "the user name is not made of letters and digits");
        }
        if (erased.isTaken(id)) {
            throw refusal("erased", "the account of that name was erased");
        }
        Set<String> groups = groups(person.getClaims());
        if (groups.isEmpty()) {
            throw refusal("no-role", id + " has no group of ours");
        }
        if (groups.contains(Groups.ADMINISTRATORS) && groups.size() > 1) {
            throw refusal("mixed", id + " would administer the accounts and do their work");
        }
        enter(id, person);
        join(id, groups);
        String nameClaim = request.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUserNameAttributeName();
        return new DefaultOidcUser(
                AuthorityUtils.createAuthorityList(
                        groups.stream().map(group -> "ROLE_" + group).toList()),
                person.getIdToken(),
                person.getUserInfo(),
                nameClaim == null || nameClaim.isEmpty() ? "sub" : nameClaim);
    }

    private void enter(String id, OidcUser person) {
        String origin = person.getIssuer() + "|" + person.getSubject();
        User user = identities.createUserQuery().userId(id).singleResult();
        if (user == null) {
            user = identities.newUser(id);
        } else if (!origin.equals(identities.getUserInfo(id, ORIGIN))) {
            throw refusal("taken", id + " is somebody else's account");
        }
        String family = person.getFamilyName();
        String given = person.getGivenName();
        // A Vietnamese name begins with the family's, and Tasklist shows the first name first.
        user.setFirstName(family == null ? Objects.requireNonNullElse(person.getFullName(), id) : family);
        user.setLastName(family == null || given == null ? "" : given);
        user.setEmail(person.getEmail());
        identities.saveUser(user);
        identities.setUserInfo(id, ORIGIN, origin);
    }

    private void join(String id, Set<String> groups) {
        Set<String> before = ids(identities.createGroupQuery().groupMember(id).list());
        before.stream().filter(group -> !groups.contains(group)).forEach(group -> {
            identities.deleteMembership(id, group);
            record("role.withdrawn", id, Map.of("group", group), Map.of());
        });
        groups.stream().filter(group -> !before.contains(group)).forEach(group -> {
            identities.createMembership(id, group);
            record("role.granted", id, Map.of(), Map.of("group", group));
        });
    }

    private void record(String action, String id, Map<String, ?> before, Map<String, ?> after) {
        trail.record(AuditEvent.of(action)
                .by(id)
                .about(id)
                .because("Theo hệ thống đăng nhập một lần")
                .changed(before, after));
    }

    /** Ours, and of these only such as exist. */
    private Set<String> groups(Map<String, Object> claims) {
        Set<String> present = ids(identities.createGroupQuery().list());
        Set<String> groups = new TreeSet<>();
        for (String theirs : listed(claims)) {
            String mapped = settings.groups().get(theirs);
            if (mapped != null) {
                groups.add(mapped);
            } else if (theirs.startsWith(settings.prefix())) {
                String named = theirs.substring(settings.prefix().length());
                if (!named.equals(Groups.ADMINISTRATORS)) {
                    groups.add(named);
                }
            }
        }
        groups.retainAll(present);
        if (groups.stream().anyMatch(group -> !group.equals(Groups.ADMINISTRATORS))) {
            groups.add(RoleGroups.STAFF);
        }
        return groups;
    }

    private List<String> listed(Map<String, Object> claims) {
        Object claim = claims;
        for (String step : settings.groupsClaim().split("\\.")) {
            claim = claim instanceof Map<?, ?> nested ? nested.get(step) : null;
        }
        return claim instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : single(claim);
    }

    private static List<String> single(@Nullable Object claim) {
        return claim instanceof String one ? List.of(one) : List.of();
    }

    private static Set<String> ids(List<Group> groups) {
        return groups.stream().map(Group::getId).collect(Collectors.toSet());
    }

    private static OAuth2AuthenticationException refusal(String code, String reason) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), reason);
    }
}
