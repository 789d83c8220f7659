package nepsong.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUnits implements Units {

    private final JdbcClient jdbc;
    private final Snapshot<Map<String, Unit>> registry;

    JdbcUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.registry = new Snapshot<>(this::read);
    }

    @Override
    public Optional<Unit> find(String code) {
        return Optional.ofNullable(registry.get().get(code));
    }

    @Override
    public List<Unit> find(Collection<String> codes) {
        Map<String, Unit> units = registry.get();
        return codes.stream().map(units::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<Unit> validOn(LocalDate day) {
        return registry.get().values().stream()
                .filter(unit -> unit.existsOn(day))
                .toList();
    }

    /** By code, in the order of the registry. */
    Map<String, Unit> all() {
        return registry.get();
    }

    /** A known unit keeps its place in the registry; a new one comes last. */
    void save(Unit unit, String officialCode) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("code", unit.code());
        parameters.put("officialCode", officialCode.isEmpty() ? null : officialCode);
        parameters.put("kind", unit.kind());
        parameters.put("name", unit.name());
        parameters.put("englishName", unit.englishName());
        parameters.put("area", unit.area());
        parameters.put("validFrom", unit.validFrom());
        parameters.put("validTo", unit.validTo());
        parameters.put("successor", unit.successor());
        Location location = unit.location();
        parameters.put("latitude", location == null ? null : location.latitude());
        parameters.put("longitude", location == null ? null : location.longitude());
        int updated = jdbc.sql(
                        """
                        update units set official_code = :officialCode, kind = :kind, name = :name,
                               english_name = :englishName, area = :area, valid_from = :validFrom,
                               valid_to = :validTo, successor = :successor, latitude = :latitude,
                               longitude = :longitude
                         where code = :code""")
                .params(parameters)
                .update();
        if (updated == 0) {
            jdbc.sql(
                            """
                    insert into units (code, position, official_code, kind, name, english_name, area,
                                       valid_from, valid_to, successor, latitude, longitude)
                    values (:code, (select coalesce(max(position), 0) + 1 from units), :officialCode, :kind, :name,
                            :englishName, :area, :validFrom, :validTo, :successor, :latitude, :longitude)""")
                    .params(parameters)
                    .update();
        }
        registry.forget();
    }

    private Map<String, Unit> read() {
        Map<String, Unit> units = new LinkedHashMap<>();
        jdbc.sql("select * from units order by position, code")
                .query(JdbcUnits::unit)
                .list()
                .forEach(unit -> units.put(unit.code(), unit));
        return units;
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getString("code"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("english_name"),
                row.getString("area"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("successor"),
                row.getObject("latitude") == null
                        ? null
                        : new Location(row.getDouble("latitude"), row.getDouble("longitude")));
    }
}
