package nepsong.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** A row of the outbox and the mail it stands for. */
@Component
class QueuedMailRow implements RowMapper<QueuedMail> {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final ObjectMapper json;

    QueuedMailRow(ObjectMapper json) {
        this.json = json;
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    String facts(Map<String, Object> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("facts of a mail", unwritable);
        }
    }

    @Override
    public QueuedMail mapRow(ResultSet row, int number) throws SQLException {
        try {
            return new QueuedMail(
                    row.getLong("id"),
                    row.getString("mail_key"),
                    row.getString("recipient_person"),
                    row.getString("recipient_name"),
                    row.getString("address"),
                    row.getString("template"),
                    row.getString("subject"),
                    json.readValue(row.getString("facts"), FACTS),
                    MailState.valueOf(row.getString("state")),
                    row.getInt("attempts"),
                    row.getInt("resends"),
                    row.getObject("next_attempt_at", OffsetDateTime.class),
                    row.getObject("expires_at", OffsetDateTime.class),
                    row.getString("last_error"),
                    row.getObject("created_at", OffsetDateTime.class),
                    row.getObject("sent_at", OffsetDateTime.class),
                    row.getObject("gathered_in", Long.class));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("facts of mail " + row.getLong("id"), unreadable);
        }
    }
}
