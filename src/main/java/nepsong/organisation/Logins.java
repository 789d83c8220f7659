package nepsong.organisation;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The logins of the identity tables, for those who load many at once. */
public interface Logins {

    /** Of everybody who can log in. */
    Set<String> ids();

    /** @return a password that the policy takes, for somebody who will choose their own */
    String newPassword();

    /**
     * Makes the login or corrects its name and e-mail.
     *
     * @param password null leaves the one that is there
     */
    void save(Person person, @Nullable String password);

    /** The roles of a unit are there to be given. */
    void openRoles(Collection<Unit> units);

    /** @param groups all roles of the person from now on; what everybody with a role has is added */
    void give(String id, Set<String> groups);

    /** The login with its password and roles; what it did stays. */
    void remove(String id);
}
