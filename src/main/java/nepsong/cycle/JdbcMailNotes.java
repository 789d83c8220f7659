package nepsong.cycle;

import java.util.HashMap;
import java.util.Map;
import nepsong.organisation.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Kept in memory: every mail that goes out asks for them. */
@Repository
class JdbcMailNotes implements MailNotes {

    private final JdbcClient jdbc;
    private final Snapshot<Map<String, String>> notes;

    JdbcMailNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.notes = new Snapshot<>(this::read);
    }

    @Override
    public String of(String cycle) {
        return notes.get().getOrDefault(cycle, "");
    }

    @Override
    public void write(String cycle, String note) {
        jdbc.sql("update cycles set mail_note = ? where code = ?")
                .params(note, cycle)
                .update();
        notes.forget();
    }

    private Map<String, String> read() {
        Map<String, String> read = new HashMap<>();
        jdbc.sql("select code, mail_note from cycles where mail_note <> ''").query(row -> {
            read.put(row.getString("code"), row.getString("mail_note"));
        });
        return read;
    }
}
