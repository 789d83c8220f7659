package nepsong.unitfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.cycle.Cycles;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.unitfile.UnitFileReaders.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A unit without a file: it is not in the cycle, or in none at all. */
@Component
public class ReadUnitOutside {

    private final Units units;
    private final Cycles cycles;
    private final UnitHistory history;
    private final UnitFileReaders readers;
    private final UnitFileSections sections;
    private final AuditTrail trail;

    ReadUnitOutside(
            Units units,
            Cycles cycles,
            UnitHistory history,
            UnitFileReaders readers,
            UnitFileSections sections,
            AuditTrail trail) {
        this.units = units;
        this.cycles = cycles;
        this.history = history;
        this.readers = readers;
        this.sections = sections;
        this.trail = trail;
    }

    /**
     * A unit as it stands outside of a cycle.
     *
     * @param own       whether the reader works for it
     * @param cycle     code of the cycle that it is not in; null where it is in none at all
     * @param other     codes of the cycles that it is or was in, the newest first
     * @param nominated of a unit that is in no cycle at all; of the others it stands in their file
     */
    public record Outside(
            Unit unit, boolean own, @Nullable String cycle, List<String> other, UnitFile.Nominated nominated) {

        public Outside {
            other = List.copyOf(other);
        }
    }

    /**
     * Only for those who may read the files of all units, and for the unit itself while it is in no cycle at all: to the
     * others a unit that is not theirs does not exist. Whoever looks at another's nominations is recorded.
     */
    public Optional<Outside> read(String unit, @Nullable String code, String person) {
        Optional<Unit> found = units.find(unit);
        Optional<Reader> reader = readers.of(code == null ? "" : code, unit, person)
                .filter(one -> code == null || !one.own() && cycles.find(code).isPresent());
        if (found.isEmpty() || reader.isEmpty()) {
            return Optional.empty();
        }
        List<String> other = history.cycles(unit).stream().map(UnitCycle::code).toList();
        if (code != null && other.contains(code)) {
            return Optional.empty();
        }
        boolean own = reader.get().own();
        UnitFile.Nominated nominated = other.isEmpty()
                ? sections.nominated(unit, reader.get())
                : new UnitFile.Nominated(List.of(), Map.of(), false);
        if (!own && !nominated.all().isEmpty()) {
            trail.record(AuditEvent.of("unit-file.read").by(person).of("", unit));
        }
        return Optional.of(new Outside(found.get(), own, code, other, nominated));
    }
}
