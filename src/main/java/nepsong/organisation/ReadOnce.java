package nepsong.organisation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has read, for what it reads next: a form that is handed in shows, checks and stores out of one
 * reading. Ends with the transaction; without one nothing is kept. Whoever writes what is read here forgets it.
 */
public final class ReadOnce<K, V> {

    /** Among the transaction's synchronizations, because these are suspended and cleared with it. */
    private static final class Reading implements TransactionSynchronization {

        private final ReadOnce<?, ?> owner;
        private final Map<Object, Object> values = new HashMap<>();

        private Reading(ReadOnce<?, ?> owner) {
            this.owner = owner;
        }
    }

    private final Function<K, V> source;

    public ReadOnce(Function<K, V> source) {
        this.source = source;
    }

    @SuppressWarnings("unchecked")
    public V get(K key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return source.apply(key);
        }
        Map<Object, Object> values = reading().values;
        Object known = values.get(key);
        if (known == null) {
            known = source.apply(key);
            values.put(key, known);
        }
        return (V) known;
    }

    public void forget() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            reading().values.clear();
        }
    }

    private Reading reading() {
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Reading reading && reading.owner == this) {
                return reading;
            }
        }
        Reading fresh = new Reading(this);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }
}
