package nepsong.organisation;

import java.util.List;

/** Passwords, as the engine keeps them; whoever comes in by single sign-on has none here. */
public interface Passwords {

    /** What the password policy has against it for this person, in Vietnamese; empty: nothing. */
    List<String> weaknesses(String personId, String password);

    /** Written down in the trail. False where it is the person's password already, as after a double click. */
    boolean set(String personId, String password);
}
