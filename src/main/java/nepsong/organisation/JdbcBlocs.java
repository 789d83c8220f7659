package nepsong.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBlocs implements Blocs {

    private final JdbcClient jdbc;
    private final Snapshot<List<Row>> registry;

    private record Row(BlocMembership membership, Instant loadedAt) {}

    JdbcBlocs(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.registry = new Snapshot<>(this::read);
    }

    @Override
    public Map<String, BlocMembership> validOn(LocalDate day) {
        Map<String, LocalDate> lastMove = new LinkedHashMap<>();
        List<BlocMembership> begun = registry.get().stream()
                .map(Row::membership)
                .filter(one -> !one.validFrom().isAfter(day))
                .toList();
        begun.forEach(one -> lastMove.merge(one.unit(), one.validFrom(), (a, b) -> a.isAfter(b) ? a : b));
        Map<String, BlocMembership> members = new LinkedHashMap<>();
        begun.stream()
                .filter(one -> one.validFrom().equals(lastMove.get(one.unit())) && one.holdsOn(day))
                .forEach(one -> members.put(one.unit(), one));
        return members;
    }

    @Override
    public Optional<Instant> loadedAt() {
        return registry.get().stream().map(Row::loadedAt).max(Comparator.naturalOrder());
    }

    /** A known membership (the same unit from the same day) keeps its place in the registry; a new one comes last. */
    void save(BlocMembership membership, Instant at) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("unit", membership.unit());
        parameters.put("validFrom", membership.validFrom());
        parameters.put("validTo", membership.validTo());
        parameters.put("bloc", membership.bloc());
        parameters.put("name", membership.name());
        parameters.put("englishName", membership.englishName());
        parameters.put("at", at.atOffset(ZoneOffset.UTC));
        int updated = jdbc.sql(
                        """
                        update bloc_members set valid_to = :validTo, bloc = :bloc, name = :name,
                               english_name = :englishName, loaded_at = :at
                         where unit = :unit and valid_from = :validFrom""")
                .params(parameters)
                .update();
        if (updated == 0) {
            jdbc.sql(
                            """
                    insert into bloc_members (unit, valid_from, valid_to, bloc, name, english_name, position, loaded_at)
                    values (:unit, :validFrom, :validTo, :bloc, :name, :englishName,
                            (select coalesce(max(position), 0) + 1 from bloc_members), :at)""")
                    .params(parameters)
                    .update();
        }
        registry.forget();
    }

    private List<Row> read() {
        return jdbc.sql("select * from bloc_members order by position, unit")
                .query(JdbcBlocs::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new BlocMembership(
                        row.getString("bloc"),
                        row.getString("name"),
                        row.getString("english_name"),
                        row.getString("unit"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)),
                row.getObject("loaded_at", OffsetDateTime.class).toInstant());
    }
}
