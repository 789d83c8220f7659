package nepsong.organisation;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A small table kept in memory. Forgotten when this node changes it, and after a few seconds in any case, because another
 * node may have.
 */
public final class Snapshot<T> {

    private static final long LIFE = Duration.ofSeconds(10).toNanos();

    private final Supplier<T> source;
    private @Nullable T value;
    private long readAt;

    public Snapshot(Supplier<T> source) {
        this.source = source;
    }

    /** @param value as it was just read from the source */
    public Snapshot(T value, Supplier<T> source) {
        this(source);
        this.value = value;
        this.readAt = System.nanoTime();
    }

    public synchronized T get() {
        T current = value;
        if (current == null || System.nanoTime() - readAt > LIFE) {
            current = source.get();
            value = current;
            readAt = System.nanoTime();
        }
        return current;
    }

    /** Once now, for what the same transaction reads next, and once more when others can see the change or it is undone. */
    public void forget() {
        clear();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    clear();
                }
            });
        }
    }

    private synchronized void clear() {
        value = null;
    }
}
