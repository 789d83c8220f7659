package nepsong.organisation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has read, for what it reads next: a form that is handed in shows, checks and stores out of one
 * reading. Ends with the transaction; without one nothing is kept. Whoever writes what is read here forgets it.
 */
public final class ReadOnce<K, V> {

    private static final class Reading extends KeptForTransaction {

        private final Map<Object, Object> values = new HashMap<>();

        private Reading(ReadOnce<?, ?> owner) {
            super(owner);
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
        return KeptForTransaction.of(this, Reading.class, Reading::new);
    }
}
