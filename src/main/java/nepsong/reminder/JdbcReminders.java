package nepsong.reminder;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReminders implements Reminders {

    private final JdbcClient jdbc;

    JdbcReminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Set<Integer>> beside() {
        Map<String, Set<Integer>> days = new HashMap<>();
        jdbc.sql("select step, working_days_left from reminder_rules").query(row -> {
            days.computeIfAbsent(row.getString(1), step -> new HashSet<>()).add(row.getInt(2));
        });
        return days;
    }
}
