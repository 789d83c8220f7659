package nepsong.organisation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a file of units into the registry: a known code is corrected, a new one added, nothing is ever removed. Columns
 * {@code code, kind, name_vi, name_en, area, valid_from} and optionally {@code official_code, valid_to, successor,
 * latitude, longitude}.
 */
@Service
public class LoadUnits {

    /** The columns that a file has, and those that it may have. */
    public static final List<String> REQUIRED = List.of("code", "kind", "name_vi", "name_en", "area", "valid_from");

    public static final List<String> OPTIONAL =
            List.of("official_code", "valid_to", "successor", "latitude", "longitude");
    private static final Set<String> KINDS = UnitKind.titles().keySet();

    private final JdbcUnits units;
    private final ApplicationEventPublisher events;

    LoadUnits(JdbcUnits units, ApplicationEventPublisher events) {
        this.units = units;
        this.events = events;
    }

    @Transactional
    public LoadOutcome load(byte[] content) {
        CsvFile file = CsvFile.read(content, REQUIRED, OPTIONAL);
        Map<CsvRow, Unit> read = new LinkedHashMap<>();
        file.rows().forEach(row -> read.put(row, unit(row)));
        refuseClashes(read);
        if (!file.errors().isEmpty()) {
            return LoadOutcome.refused(file.errors());
        }
        read.forEach((row, unit) -> units.save(unit, row.optional("official_code", 16)));
        events.publishEvent(new UnitsLoaded(List.copyOf(read.values())));
        return LoadOutcome.loaded(0, read.size());
    }

    private static Unit unit(CsvRow row) {
        String code = row.required("code", 40);
        if (!code.isEmpty() && !code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            row.refuse("code", "Mã “%s” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối.".formatted(code));
        }
        String kind = row.required("kind", 32);
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            row.refuse("kind", "Không có loại đơn vị “%s”.".formatted(kind));
        }
        row.optional("official_code", 16);
        LocalDate from = row.date("valid_from");
        LocalDate to = row.optionalDate("valid_to");
        if (to != null && to.isBefore(from)) {
            row.refuse("valid_to", "Ngày hết hiệu lực sớm hơn ngày bắt đầu.");
        }
        return new Unit(
                code,
                kind,
                row.required("name_vi", 255),
                row.required("name_en", 255),
                row.required("area", 255),
                from,
                to,
                emptyToNull(row.optional("successor", 40)),
                location(row));
    }

    private static @Nullable Location location(CsvRow row) {
        BigDecimal latitude = degrees(row, "latitude", 90, "Vĩ độ");
        BigDecimal longitude = degrees(row, "longitude", 180, "Kinh độ");
        if (latitude != null && longitude != null) {
            return new Location(latitude.doubleValue(), longitude.doubleValue());
        }
        if (latitude != null && row.optional("longitude", 20).isEmpty()) {
            row.refuse("longitude", "Có vĩ độ thì cần cả kinh độ.");
        }
        if (longitude != null && row.optional("latitude", 20).isEmpty()) {
            row.refuse("latitude", "Có kinh độ thì cần cả vĩ độ.");
        }
        return null;
    }

    private static @Nullable BigDecimal degrees(CsvRow row, String column, int most, String name) {
        BigDecimal degrees = row.optionalNumber(column);
        if (degrees != null && degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            row.refuse(column, "%s phải từ -%d đến %d độ.".formatted(name, most, most));
        }
        return degrees;
    }

    /** Logins and groups are named after the key, so two units of one key would see each other's tasks. */
    private void refuseClashes(Map<CsvRow, Unit> read) {
        Set<String> codes = new HashSet<>(units.all().keySet());
        Map<String, String> codeOfKey = new HashMap<>();
        codes.forEach(code -> codeOfKey.put(Unit.keyOf(code), code));
        Set<String> seen = new HashSet<>();
        read.forEach((row, unit) -> {
            String code = unit.code();
            String holder = codeOfKey.putIfAbsent(unit.key(), code);
            if (code.isEmpty()) {
                return;
            }
            if (!seen.add(code)) {
                row.refuse("code", "Mã “%s” bị trùng trong tệp.".formatted(code));
            } else if (holder != null && !holder.equals(code)) {
                row.refuse("code", "Mã “%s” và “%s” trùng nhau khi bỏ dấu gạch nối.".formatted(code, holder));
            }
            codes.add(code);
        });
        read.forEach((row, unit) -> {
            String successor = unit.successor();
            if (successor != null && successor.equals(unit.code())) {
                row.refuse("successor", "Đơn vị không thể kế thừa chính mình.");
            } else if (successor != null && !codes.contains(successor)) {
                row.refuse("successor", "Không có đơn vị kế thừa “%s”.".formatted(successor));
            }
        });
    }

    private static @Nullable String emptyToNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
