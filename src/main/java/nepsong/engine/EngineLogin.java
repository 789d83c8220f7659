package nepsong.engine;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

/**
 * Passwords and groups are those of the engine's identity tables; group {@code x} is the authority {@code ROLE_x}. Looks
 * only: the engine's own check writes a row for each wrong password of those who exist, which takes longer than of those
 * who do not.
 */
@Component
class EngineLogin implements AuthenticationProvider, UserDetailsService {

    private static final Logger LOG = LoggerFactory.getLogger(EngineLogin.class);
    private static final int LONGEST_ID = 64;

    private final IdentityService identities;
    private final PasswordManager passwords;
    private final SlowPasswordHash hashes;
    private final String nobodys;

    EngineLogin(IdentityService identities, ProcessEngine engine) {
        this.identities = identities;
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.passwords = configuration.getPasswordManager();
        this.hashes = (SlowPasswordHash) configuration.getPasswordEncryptor();
        byte[] unguessable = new byte[32];
        new SecureRandom().nextBytes(unguessable);
        this.nobodys = passwords.encrypt(HexFormat.of().formatHex(unguessable));
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String password =
                given.getCredentials() == null ? "" : given.getCredentials().toString();
        UserEntity user = find(given.getName());
        // One answer for all, after the same work: whether the person exists is nobody's business.
        if (!matches(user, password) || user == null) {
            throw new BadCredentialsException("wrong name or password");
        }
        UserDetails person = details(renewed(user, password));
        UsernamePasswordAuthenticationToken login =
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        login.setDetails(given.getDetails());
        return login;
    }

    /** A hash of before is made anew while the password is at hand. */
    private UserEntity renewed(UserEntity user, String password) {
        if (!hashes.isOutdated(Objects.requireNonNullElse(user.getPassword(), ""))) {
            return user;
        }
        user.setPassword(password);
        try {
            // It may be older than the policy, and is still the person's.
            ((IdentityServiceImpl) identities).saveUser(user, true);
        } catch (OptimisticLockingException elsewhere) {
            LOG.debug("The hash of {} is made anew by another login", user.getId());
        }
        return Objects.requireNonNullElse(find(user.getId()), user);
    }

    /** Who comes in by single sign-on has no password here and does not get in with one. */
    boolean matches(@Nullable UserEntity user, String password) {
        boolean known = user != null && user.getPassword() != null;
        String salt = user == null || user.getSalt() == null ? "no salt of anybody" : user.getSalt();
        String stored = user == null || user.getPassword() == null ? nobodys : user.getPassword();
        String salted = EncryptionUtil.saltPassword(password, salt);
        // A hash of before or of a first password, made in an instant, would tell by its haste that the person exists.
        boolean nobody = hashes.isOutdated(stored) && passwords.check(salted, nobodys);
        return passwords.check(salted, stored) && known && !nobody;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public UserDetails loadUserByUsername(String id) {
        UserEntity user = find(id);
        if (user == null) {
            throw new UsernameNotFoundException("nobody of that name");
        }
        return details(user);
    }

    private @Nullable UserEntity find(String id) {
        return id.isEmpty() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)
                ? null
                : (UserEntity) identities.createUserQuery().userId(id).singleResult();
    }

    /** The place of the password holds what changes with it, and tells nothing of it. */
    private UserDetails details(UserEntity user) {
        List<String> authorities = identities.createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .map(group -> "ROLE_" + group)
                .toList();
        String mark = Integer.toHexString(Objects.hash(user.getSalt(), user.getPassword()));
        return new User(user.getId(), mark, AuthorityUtils.createAuthorityList(authorities));
    }
}
