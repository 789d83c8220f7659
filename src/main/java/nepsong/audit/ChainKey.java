package nepsong.audit;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether this process holds the key that the chain was begun with. With another one events are written and cannot be
 * added to the chain, and whoever puts the right key back is told that nobody of ours wrote them.
 */
@Component
public class ChainKey {

    private final AuditSeals seals;
    private final AuditKey key;

    ChainKey(AuditSeals seals, AuditKey key) {
        this.seals = seals;
        this.key = key;
    }

    @Transactional(readOnly = true)
    public boolean isAnother() {
        return seals.begunWith().filter(begun -> !begun.equals(key.print())).isPresent();
    }

    /** What is wrong with the key, in English as the log is, for the start-up self-check; empty when it is good. */
    @Transactional(readOnly = true)
    public Optional<String> weakness() {
        return isAnother()
                ? Optional.of(
                        "nepsong.audit.key (without it, the file audit.key beside the database) is not the key that"
                                + " the audit chain was begun with: put the old one back")
                : key.weakness();
    }
}
