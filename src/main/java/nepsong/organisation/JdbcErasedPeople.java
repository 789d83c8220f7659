package nepsong.organisation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nepsong.audit.AuditKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class JdbcErasedPeople implements ErasedPeople {

    private static final String NAME = "Người dùng đã xóa %d";

    private final JdbcClient jdbc;
    private final SecretKeySpec key;

    JdbcErasedPeople(JdbcClient jdbc, AuditKey key) {
        this.jdbc = jdbc;
        this.key = key.derived("nepsong.erased");
    }

    @Override
    public Optional<Erased> ofLogin(String login) {
        return jdbc.sql("select * from erased_people where login_mac = ?")
                .param(mark(login))
                .query((row, n) -> erased(row))
                .optional();
    }

    @Override
    public Map<String, String> namesOfLogins(Collection<String> logins) {
        Map<String, String> names = new HashMap<>();
        if (!logins.isEmpty()) {
            Map<String, String> marks = logins.stream()
                    .distinct()
                    .collect(Collectors.toMap(this::mark, Function.identity(), (one, same) -> one));
            jdbc.sql("select login_mac, name from erased_people where login_mac in (:marks)")
                    .param("marks", marks.keySet())
                    .query(row -> {
                        names.put(Objects.requireNonNull(marks.get(row.getString(1))), row.getString(2));
                    });
        }
        return names;
    }

    @Override
    public Erased add(String login, Instant at, String by) {
        GeneratedKeyHolder made = new GeneratedKeyHolder();
        jdbc.sql("insert into erased_people (login_mac, erased_at, erased_by) values (?, ?, ?)")
                .params(mark(login), at.atOffset(ZoneOffset.UTC), by)
                .update(made, "number");
        long number = Objects.requireNonNull(made.getKey()).longValue();
        Erased erased = new Erased(PREFIX + number, NAME.formatted(number), at, by);
        jdbc.sql("update erased_people set id = ?, name = ? where number = ?")
                .params(erased.id(), erased.name(), number)
                .update();
        return erased;
    }

    @Override
    public List<Erased> newest(int atMost) {
        return jdbc.sql("select * from erased_people order by number desc fetch first ? rows only")
                .param(atMost)
                .query((row, n) -> erased(row))
                .list();
    }

    private static Erased erased(ResultSet row) throws SQLException {
        return new Erased(
                row.getString("id"),
                row.getString("name"),
                row.getObject("erased_at", OffsetDateTime.class).toInstant(),
                row.getString("erased_by"));
    }

    private String mark(String login) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(login.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
