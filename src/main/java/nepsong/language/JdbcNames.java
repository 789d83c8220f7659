package nepsong.language;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNames implements Names {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Known known;

    JdbcNames(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Known(Map<String, String> names, Instant until) {}

    @Override
    public Map<String, String> english() {
        Instant now = clock.instant();
        Known current = known;
        if (current == null || current.names().isEmpty() || now.isAfter(current.until())) {
            current = new Known(read(), now.plus(LIFE));
            known = current;
        }
        return current.names();
    }

    private Map<String, String> read() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql(
                        """
                        select name, english_name from units
                        union select name, english_name from bloc_members
                        union select text, english_text from criteria
                        union select code || ' ' || text, code || ' ' || english_text from criteria
                        union select group_name, group_english from criteria
                        union select text, english_text from theme_items
                        union select title, english_title from themes""")
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return Map.copyOf(names);
    }
}
