package nepsong.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.organisation.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcParameters implements Parameters {

    private final JdbcClient jdbc;
    private final Snapshot<ParameterValues> values;

    JdbcParameters(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.values = new Snapshot<>(this::read);
    }

    @Override
    public ParameterValues current() {
        return values.get();
    }

    private ParameterValues read() {
        Map<Parameter, BigDecimal> read = new EnumMap<>(Parameter.class);
        all().forEach(entry -> read.put(entry.parameter(), entry.value()));
        return new ParameterValues(read);
    }

    /** One that a newer version knows is left out. */
    @Override
    public List<Entry> all() {
        return jdbc
                .sql("select code, amount, changed_at, changed_by, reason from parameters")
                .query((row, number) -> {
                    OffsetDateTime at = row.getObject("changed_at", OffsetDateTime.class);
                    Instant changed = at == null ? null : at.toInstant();
                    BigDecimal value = row.getBigDecimal("amount");
                    String by = row.getString("changed_by");
                    String reason = row.getString("reason");
                    return Parameter.of(row.getString("code"))
                            .map(known -> new Entry(known, value, changed, by, reason));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Entry::parameter))
                .toList();
    }

    void save(Parameter parameter, BigDecimal value, String reason, String by, Instant at) {
        jdbc.sql("update parameters set amount = ?, reason = ?, changed_by = ?, changed_at = ? where code = ?")
                .params(value, reason, by, at.atOffset(ZoneOffset.UTC), parameter.code())
                .update();
        values.forget();
    }
}
