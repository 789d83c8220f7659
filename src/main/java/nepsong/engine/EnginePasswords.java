package nepsong.engine;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.OneAtATime;
import nepsong.organisation.Passwords;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passwords in the engine's identity tables, and what its policy says of them in the reader's words. */
@Component
class EnginePasswords implements Passwords {

    private static final Map<String, String> REASONS = Map.of(
            "PASSWORD_POLICY_LENGTH",
            "Mật khẩu mới cần ít nhất 10 ký tự",
            "PASSWORD_POLICY_LOWERCASE",
            "Mật khẩu mới cần có chữ thường (a–z)",
            "PASSWORD_POLICY_UPPERCASE",
            "Mật khẩu mới cần có chữ hoa (A–Z)",
            "PASSWORD_POLICY_DIGIT",
            "Mật khẩu mới cần có chữ số",
            "PASSWORD_POLICY_SPECIAL",
            "Mật khẩu mới cần có ký tự đặc biệt, ví dụ # hoặc !",
            "PASSWORD_POLICY_USER_DATA",
            "Mật khẩu mới không được chứa họ tên, thư điện tử hay tên đăng nhập của bạn",
            CommonPasswords.NAME,
            "Mật khẩu mới dựa trên từ mà người khác đoán đầu tiên: mật khẩu nhiều người dùng, tên đơn vị, địa danh; thêm chữ số hay ký tự đặc biệt không làm nó khó đoán hơn");

    private final IdentityService identities;
    private final EngineLogin logins;
    private final OneAtATime turns;
    private final AuditTrail trail;

    EnginePasswords(IdentityService identities, EngineLogin logins, OneAtATime turns, AuditTrail trail) {
        this.identities = identities;
        this.logins = logins;
        this.turns = turns;
        this.trail = trail;
    }

    @Override
    public List<String> weaknesses(String personId, String password) {
        return identities.checkPasswordAgainstPolicy(password, person(personId)).getViolatedRules().stream()
                .map(rule -> REASONS.getOrDefault(rule.getPlaceholder(), "Mật khẩu mới quá dễ đoán"))
                .toList();
    }

    @Override
    @Transactional
    public boolean set(String personId, String password) {
        turns.forPeople(personId);
        User person = person(personId);
        if (logins.matches((UserEntity) person, password)) {
            return false;
        }
        person.setPassword(password);
        identities.saveUser(person);
        trail.record(AuditEvent.of("password.changed").by(personId).about(personId));
        return true;
    }

    private User person(String id) {
        User person = identities.createUserQuery().userId(id).singleResult();
        if (person == null) {
            throw new NoSuchElementException("nobody of that name");
        }
        return person;
    }
}
