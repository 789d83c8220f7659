package nepsong.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was typed into forms that wait to be handed in, by task. */
@Component
class FormDrafts {

    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    /** Databases bound the length of a list of values. */
    private static final int AT_A_TIME = 1_000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    FormDrafts(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param values as the browser sends them: text, numbers, booleans, lists of maps */
    record Draft(Map<String, @Nullable Object> values, Instant savedAt, String savedBy, @Nullable String savedFrom) {}

    Optional<Draft> find(String task) {
        return jdbc.sql("select content, saved_at, saved_by, saved_from from form_drafts where task = ?")
                .param(task)
                .query((row, n) -> draft(row))
                .optional();
    }

    /** Those that there are, by task. */
    Map<String, Draft> of(Collection<String> tasks) {
        Map<String, Draft> drafts = new HashMap<>();
        List<String> all = List.copyOf(tasks);
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            jdbc.sql("select task, content, saved_at, saved_by, saved_from from form_drafts where task in (:tasks)")
                    .param("tasks", all.subList(from, Math.min(all.size(), from + AT_A_TIME)))
                    .query(row -> {
                        drafts.put(row.getString("task"), draft(row));
                    });
        }
        return drafts;
    }

    /** @param page that saves; null where a program does */
    void save(String task, Map<String, @Nullable Object> values, Instant now, String person, @Nullable String page) {
        String content = write(values);
        int updated = jdbc.sql(
                        "update form_drafts set content = ?, saved_at = ?, saved_by = ?, saved_from = ? where task = ?")
                .params(content, now.atOffset(ZoneOffset.UTC), person, page, task)
                .update();
        if (updated == 0) {
            removeThoseOfDoneTasks();
            jdbc.sql("insert into form_drafts (task, content, saved_at, saved_by, saved_from) values (?, ?, ?, ?, ?)")
                    .params(task, content, now.atOffset(ZoneOffset.UTC), person, page)
                    .update();
        }
    }

    /** In the transaction of the submission: what was handed in is not kept a second time. */
    void remove(String task) {
        jdbc.sql("delete from form_drafts where task = ?").param(task).update();
    }

    /** Nobody opens those of withdrawn tasks again. */
    private void removeThoseOfDoneTasks() {
        jdbc.sql("delete from form_drafts where not exists (select 1 from act_ru_task where id_ = form_drafts.task)")
                .update();
    }

    private Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                read(row.getString("content")),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("saved_by"),
                row.getString("saved_from"));
    }

    private Map<String, @Nullable Object> read(String content) {
        try {
            return json.readValue(content, VALUES);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String write(Map<String, @Nullable Object> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
