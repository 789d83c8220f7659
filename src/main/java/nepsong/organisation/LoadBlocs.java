package nepsong.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a file of blocs into the registry, a line for each of their units: where the unit belonged from that day on is
 * corrected, otherwise it moves; nothing is ever removed. Columns {@code bloc, name_vi, name_en, unit, valid_from} and
 * optionally {@code valid_to}. Cycles that are configured keep their blocs.
 */
@Service
public class LoadBlocs {

    /** The columns that a file has, and those that it may have. */
    public static final List<String> REQUIRED = List.of("bloc", "name_vi", "name_en", "unit", "valid_from");

    public static final List<String> OPTIONAL = List.of("valid_to");

    private final Units units;
    private final JdbcBlocs blocs;
    private final Clock clock;

    LoadBlocs(Units units, JdbcBlocs blocs, Clock clock) {
        this.units = units;
        this.blocs = blocs;
        this.clock = clock;
    }

    private record Moment(String of, LocalDate from) {}

    @Transactional
    public LoadOutcome load(byte[] content) {
        CsvFile file = CsvFile.read(content, REQUIRED, OPTIONAL);
        Map<CsvRow, BlocMembership> read = new LinkedHashMap<>();
        file.rows().forEach(row -> read.put(row, membership(row)));
        refuseClashes(read);
        if (!file.errors().isEmpty()) {
            return LoadOutcome.refused(file.errors());
        }
        read.values().forEach(membership -> blocs.save(membership, clock.instant()));
        return LoadOutcome.loaded(0, read.size());
    }

    private BlocMembership membership(CsvRow row) {
        String bloc = row.required("bloc", 40);
        if (!bloc.isEmpty() && !bloc.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            row.refuse("bloc", "Mã “%s” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối.".formatted(bloc));
        }
        String unit = row.required("unit", 64);
        LocalDate from = row.date("valid_from");
        LocalDate to = row.optionalDate("valid_to");
        if (to != null && to.isBefore(from)) {
            row.refuse("valid_to", "Ngày hết hiệu lực sớm hơn ngày bắt đầu.");
        }
        if (!unit.isEmpty()) {
            units.find(unit)
                    .ifPresentOrElse(
                            known -> refuseOutsideOfItsTime(row, known, from),
                            () -> row.refuse(
                                    "unit", "Không có đơn vị “%s”; hãy nạp tệp đơn vị trước.".formatted(unit)));
        }
        return new BlocMembership(bloc, row.required("name_vi", 200), row.required("name_en", 200), unit, from, to);
    }

    private static void refuseOutsideOfItsTime(CsvRow row, Unit unit, LocalDate from) {
        if (!from.equals(LocalDate.EPOCH) && !unit.existsOn(from)) {
            row.refuse("valid_from", "Ngày này đơn vị “%s” chưa có hoặc không còn.".formatted(unit.code()));
        }
    }

    /** A unit goes into one bloc on one day, and a bloc has one name on the day on which its units come together. */
    private static void refuseClashes(Map<CsvRow, BlocMembership> read) {
        Map<Moment, String> blocOf = new HashMap<>();
        Map<Moment, String> nameOf = new HashMap<>();
        read.forEach((row, one) -> {
            if (blocOf.put(new Moment(one.unit(), one.validFrom()), one.bloc()) != null) {
                row.refuse("unit", "Đơn vị “%s” đã có khối từ ngày này ở dòng trên.".formatted(one.unit()));
            }
            String name = nameOf.putIfAbsent(new Moment(one.bloc(), one.validFrom()), one.name());
            if (name != null && !one.name().isEmpty() && !name.equals(one.name())) {
                row.refuse("name_vi", "Khối %s đã có tên “%s” ở dòng trên.".formatted(one.bloc(), name));
            }
        });
    }
}
