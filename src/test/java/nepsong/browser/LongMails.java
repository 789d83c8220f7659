package nepsong.browser;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails in every state, some of whose words no line can hold: what somebody typed without a space, or a server answered. */
final class LongMails {

    private static final String KEY = "long-mails/";
    private static final int PAGES = 3;
    private static final int OF_A_PAGE = 50;

    private LongMails() {}

    static void put(JdbcClient jdbc) {
        List<String> states = List.of("PENDING", "SENT", "DEAD");
        List<String> words =
                List.of("ngắn gọn ", "Nghiêng", "<script>", "a.b-c_d/", "&nbsp;\u00a0", "\u202eđảo", "🎖️");
        for (int i = 0; i < PAGES * OF_A_PAGE; i++) {
            String word = words.get(i % words.size());
            // Each of the words in each of the states is on every page at its longest once.
            boolean longest = i % OF_A_PAGE < words.size() * states.size();
            jdbc.sql(
                            """
                            insert into outbox (mail_key, recipient_person, recipient_name, address, template, subject, facts,
                                state, attempts, resends, next_attempt_at, expires_at, server_down, last_error, created_at,
                                sorting)
                            values (?, 'admin', ?, ?, 'task.assigned', ?, '{}', ?, 12, 0, ?, ?, false, ?, ?, 'NOW')
                            """)
                    .params(
                            KEY + i,
                            upTo(250, word),
                            upTo(300, "nguoi-nhan-") + "@hanoi.example",
                            upTo(longest ? 990 : 90, word),
                            states.get(i % states.size()),
                            Timestamp.from(Instant.now().plusSeconds(86_400)),
                            Timestamp.from(Instant.now().plusSeconds(864_000)),
                            upTo(longest ? 990 : 90, "550-5.1.1_" + word),
                            Timestamp.from(Instant.now()))
                    .update();
        }
    }

    static void remove(JdbcClient jdbc) {
        jdbc.sql("delete from outbox where mail_key like ?").param(KEY + "%").update();
    }

    private static String upTo(int length, String word) {
        return word.repeat(length / word.length());
    }
}
