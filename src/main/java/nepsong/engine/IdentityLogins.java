package nepsong.engine;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.organisation.Groups;
import nepsong.organisation.Logins;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Logins in Camunda's identity tables. */
@Component
class IdentityLogins implements Logins {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int RANDOM_LETTERS = 20;

    private final IdentityService identities;
    private final RoleGroups groups;
    private final SecureRandom random = new SecureRandom();

    IdentityLogins(IdentityService identities, RoleGroups groups) {
        this.identities = identities;
        this.groups = groups;
    }

    @Override
    public Set<String> ids() {
        return identities.createUserQuery().list().stream().map(User::getId).collect(Collectors.toSet());
    }

    /** Long enough and of every kind that the policy asks for. */
    @Override
    public String newPassword() {
        StringBuilder password = new StringBuilder("Ns-9");
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** The family name is what Tasklist shows first. */
    @Override
    public void save(Person person, @Nullable String password) {
        User known = identities.createUserQuery().userId(person.id()).singleResult();
        User user = known == null ? identities.newUser(person.id()) : known;
        user.setFirstName(person.familyName());
        user.setLastName(person.givenNames());
        user.setEmail(person.email());
        if (password != null) {
            // No person chose it: it is random, or the one that the demonstration tells everybody.
            String salt = HexFormat.of().toHexDigits(random.nextLong());
            ((UserEntity) user).setSalt(salt);
            ((UserEntity) user).setDbPassword(SlowPasswordHash.ofRandom(password, salt));
        }
        ((IdentityServiceImpl) identities).saveUser(user, true);
    }

    @Override
    public void openRoles(Collection<Unit> units) {
        Map<String, String> wanted = new HashMap<>();
        units.forEach(unit -> wanted.putAll(RoleGroups.ofUnit(unit.code(), unit.name())));
        groups.ensure(wanted);
    }

    @Override
    public void give(String id, Set<String> groups) {
        Set<String> wanted = new HashSet<>(groups);
        if (!groups.contains(Groups.ADMINISTRATORS)) {
            wanted.add(RoleGroups.STAFF);
        }
        Set<String> present = identities.createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        present.stream()
                .filter(group -> !wanted.contains(group))
                .forEach(group -> identities.deleteMembership(id, group));
        wanted.stream()
                .filter(group -> !present.contains(group))
                .forEach(group -> identities.createMembership(id, group));
    }

    @Override
    public void remove(String id) {
        identities.deleteUser(id);
    }
}
