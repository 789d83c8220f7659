package nepsong.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.organisation.Passwords;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * A person's own new password. The old one is looked at as at the login, with the same limit on wrong ones; what is
 * refused there is in the trail as well.
 */
@Component
public class ChangePassword {

    public static final String OLD = "old";
    public static final String NEW = "wanted";
    public static final String AGAIN = "again";

    private static final int LONGEST = 128;

    private final AuthenticationManager logins;
    private final Passwords passwords;
    private final FreshPeople people;

    ChangePassword(AuthenticationManager logins, Passwords passwords, FreshPeople people) {
        this.logins = logins;
        this.passwords = passwords;
        this.people = people;
    }

    /**
     * @param details where the request comes from, as the login has it
     * @return what is wrong, in Vietnamese, by field; empty: it is changed, and the other sessions of the person are over. Asked
     *     twice, by a double click, it is changed once and answered the same
     */
    public Map<String, List<String>> change(String person, Object details, String old, String wanted, String again) {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        note(problems, OLD, ofOld(person, details, old));
        note(problems, NEW, ofNew(person, old, wanted));
        note(problems, AGAIN, wanted.equals(again) ? List.of() : List.of("Hai lần nhập mật khẩu mới không giống nhau"));
        if (problems.isEmpty() && passwords.set(person, wanted)) {
            people.changed(person);
        }
        return problems;
    }

    private static void note(Map<String, List<String>> problems, String field, List<String> reasons) {
        if (!reasons.isEmpty()) {
            problems.put(field, reasons);
        }
    }

    private List<String> ofOld(String person, Object details, String old) {
        if (old.isEmpty()) {
            return List.of("Hãy nhập mật khẩu hiện tại");
        }
        try {
            UsernamePasswordAuthenticationToken given =
                    UsernamePasswordAuthenticationToken.unauthenticated(person, old);
            given.setDetails(details);
            logins.authenticate(given);
            return List.of();
        } catch (AuthenticationException refused) {
            return List.of("Mật khẩu hiện tại không đúng; sau mười lần sai, hãy đợi 15 phút rồi thử lại");
        }
    }

    private List<String> ofNew(String person, String old, String wanted) {
        if (wanted.isEmpty()) {
            return List.of("Hãy nhập mật khẩu mới");
        }
        List<String> reasons = new ArrayList<>(passwords.weaknesses(person, wanted));
        if (wanted.length() > LONGEST) {
            reasons.add("Mật khẩu mới dài tối đa 128 ký tự");
        }
        if (wanted.equals(old)) {
            reasons.add("Mật khẩu mới phải khác mật khẩu hiện tại");
        }
        return reasons;
    }
}
