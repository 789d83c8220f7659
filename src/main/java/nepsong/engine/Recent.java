package nepsong.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that cost more than a look: so many are kept, and those asked for last. Safe to share; two who ask at once may
 * both find out.
 */
final class Recent<K, V extends @Nullable Object> {

    private record Answer<V extends @Nullable Object>(V value) {}

    private final Map<K, Answer<V>> answers;

    Recent(int most) {
        this.answers = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Answer<V>> eldest) {
                return size() > most;
            }
        });
    }

    V answer(K asked, Supplier<V> findOut) {
        Answer<V> known = answers.get(asked);
        if (known == null) {
            known = new Answer<>(findOut.get());
            answers.put(asked, known);
        }
        return known.value();
    }
}
