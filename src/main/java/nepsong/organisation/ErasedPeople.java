package nepsong.organisation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Those whose personal data was erased (Law 91/2025/QH15). A login of theirs is known by a keyed mark alone, and never
 * becomes anybody's again.
 */
public interface ErasedPeople {

    /** What the ids begin with that stand for the erased. */
    String PREFIX = "nguoiDaXoa";

    /**
     * @param id   stands for the person wherever the login stood
     * @param name stands for the person's name: "Người dùng đã xóa 17"
     * @param by   login of the administrator
     */
    record Erased(String id, String name, Instant at, String by) {}

    Optional<Erased> ofLogin(String login);

    /** By login, for many at once; one that was not erased is left out. */
    Map<String, String> namesOfLogins(Collection<String> logins);

    /** @throws org.springframework.dao.DuplicateKeyException where somebody else has just done it */
    Erased add(String login, Instant at, String by);

    /** The newest first. */
    List<Erased> newest(int atMost);

    /** Whether nobody may have this login: it was somebody's who was erased, or looks like what stands for them. */
    default boolean isTaken(String login) {
        return isPseudonym(login) || ofLogin(login).isPresent();
    }

    static boolean isPseudonym(String id) {
        return id.startsWith(PREFIX);
    }
}
