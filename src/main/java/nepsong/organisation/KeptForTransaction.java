package nepsong.organisation;

import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What its owner keeps for a transaction: among its synchronizations, because these are suspended and cleared with it. */
public abstract class KeptForTransaction implements TransactionSynchronization {

    private final Object owner;

    protected KeptForTransaction(Object owner) {
        this.owner = owner;
    }

    /** The owner's own in the transaction that runs; a fresh one where it has none there yet. */
    public static <O, K extends KeptForTransaction> K of(O owner, Class<K> kind, Function<O, K> fresh) {
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (kind.isInstance(one) && ((KeptForTransaction) one).owner == owner) {
                return kind.cast(one);
            }
        }
        K kept = fresh.apply(owner);
        TransactionSynchronizationManager.registerSynchronization(kept);
        return kept;
    }
}
