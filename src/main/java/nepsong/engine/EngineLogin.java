package nepsong.engine;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Passwords and groups are those of the engine's identity tables; group {@code x} is the authority {@code ROLE_x}. */
@Component
class EngineLogin implements AuthenticationProvider, UserDetailsService {

    private final IdentityService identities;

    EngineLogin(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String password =
                given.getCredentials() == null ? "" : given.getCredentials().toString();
        // One answer for all: whether the person exists is nobody's business.
        if (!identities.checkPassword(given.getName(), password)) {
            throw new BadCredentialsException("wrong name or password");
        }
        UserDetails person = loadUserByUsername(given.getName());
        UsernamePasswordAuthenticationToken login =
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        login.setDetails(given.getDetails());
        return login;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public UserDetails loadUserByUsername(String id) {
        if (identities.createUserQuery().userId(id).count() == 0) {
            throw new UsernameNotFoundException("nobody of that name");
        }
        List<String> authorities = identities.createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId)
                .map(group -> "ROLE_" + group)
                .toList();
        return new User(id, "", AuthorityUtils.createAuthorityList(authorities));
    }
}
