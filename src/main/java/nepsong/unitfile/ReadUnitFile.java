package nepsong.unitfile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.evaluation.Result;
import nepsong.evidence.Evidence;
import nepsong.evidence.EvidenceKind;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.selfassessment.Acknowledgement;
import nepsong.unitfile.UnitFileReaders.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One unit's file in one cycle, in as many statements for a long history as for a short one. */
@Component
public class ReadUnitFile {

    private static final Set<EvidenceKind> BESIDE_SCORES =
            EnumSet.of(EvidenceKind.SELF_ASSESSMENT, EvidenceKind.VISIT, EvidenceKind.EXPLANATION, EvidenceKind.APPEAL);

    private static final Set<EvidenceKind> PAPERS = EnumSet.of(EvidenceKind.SELF_REPORT, EvidenceKind.MINUTES);

    private final Units units;
    private final UnitHistory history;
    private final UnitFileReaders readers;
    private final UnitFileSections sections;
    private final UnitWriting writing;
    private final GivenTasks given;
    private final AuditTrail trail;
    private final Clock clock;

    ReadUnitFile(
            Units units,
            UnitHistory history,
            UnitFileReaders readers,
            UnitFileSections sections,
            UnitWriting writing,
            GivenTasks given,
            AuditTrail trail,
            Clock clock) {
        this.units = units;
        this.history = history;
        this.readers = readers;
        this.sections = sections;
        this.writing = writing;
        this.given = given;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Whoever looks at another's file is recorded.
     *
     * @param code of the cycle; null for the newest of the unit
     * @return empty where there is none, or none for this person
     */
    public Optional<UnitFile> read(String unit, @Nullable String code, String person) {
        Optional<Unit> found = units.find(unit);
        List<UnitCycle> cycles = found.isEmpty() ? List.of() : history.cycles(unit);
        Optional<UnitCycle> chosen = cycles.stream()
                .filter(one -> code == null || one.code().equals(code))
                .findFirst();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        Optional<Reader> reader = readers.of(chosen.get().code(), unit, person);
        reader.filter(one -> !one.own())
                .ifPresent(foreign -> trail.record(AuditEvent.of("unit-file.read")
                        .by(person)
                        .of(chosen.get().code(), unit)));
        return reader.map(may -> file(found.get(), chosen.get(), cycles, may, person));
    }

    private UnitFile file(Unit unit, UnitCycle chosen, List<UnitCycle> cycles, Reader reader, String person) {
        String code = chosen.code();
        Instant now = clock.instant();
        UnitCycle shown = shown(chosen, reader);
        List<UnitTask> tasks = sections.tasks(code, unit.code(), history.openTasks(code, unit.code(), now), reader);
        var pieces = sections.pieces(code, unit.code(), reader);
        UnitFile.Nominated nominated = sections.nominated(unit.code(), reader);
        Acknowledgement said = writing.acknowledgement(code, unit.code(), reader);
        Result result = shown.result() == null ? null : sections.result(code, unit.code());
        return new UnitFile(
                unit,
                shown,
                reader,
                sections.steps(
                        shown,
                        unit.code(),
                        tasks,
                        nominated.all().stream()
                                .filter(one -> code.equals(one.cycle()))
                                .toList(),
                        reader),
                said,
                sections.visitToMove(code, unit.code(), person),
                tasks,
                sections.scores(
                        shown,
                        unit.code(),
                        of(pieces, BESIDE_SCORES).stream().collect(groupingBy(piece -> piece.topic()))),
                writing.visit(code, unit.code(), person),
                writing.minutes(code, unit.code()),
                of(pieces, PAPERS),
                of(pieces, EnumSet.of(EvidenceKind.APPRAISAL)),
                sections.reflection(code, unit.code()),
                result,
                sections.adjustment(result),
                sections.findings(code, unit.code(), pieces, LocalDate.ofInstant(now, clock.getZone())),
                sections.handling(code, unit.code(), reader, chosen.published() != null || reader.results()),
                chosen.published() == null
                        ? List.of()
                        : given.of(chosen.cycle(), unit, LocalDate.ofInstant(now, clock.getZone())),
                nominated,
                history.namesOfPeople(Stream.concat(
                                pieces.stream().flatMap(piece -> Stream.of(piece.addedBy(), piece.addedFor())),
                                named(said))
                        .filter(Objects::nonNull)
                        .collect(toSet())),
                earlier(cycles, chosen, unit, reader, person));
    }

    private static List<Evidence> of(List<Evidence> pieces, Set<EvidenceKind> kinds) {
        return pieces.stream().filter(piece -> kinds.contains(piece.kind())).toList();
    }

    private static Stream<String> named(@Nullable Acknowledgement said) {
        return said == null
                ? Stream.empty()
                : Stream.concat(Stream.of(said.headInCharge()), said.inspectors().stream());
    }

    private static UnitCycle shown(UnitCycle cycle, Reader reader) {
        return cycle.published() != null || reader.results() ? cycle : cycle.withoutResult();
    }

    /** An inspector of this cycle need not have been one of an earlier. */
    private List<UnitFile.Earlier> earlier(
            List<UnitCycle> cycles, UnitCycle chosen, Unit unit, Reader reader, String person) {
        boolean all = reader.own() || reader.results();
        return cycles.stream()
                .filter(one -> one != chosen)
                .map(one -> new UnitFile.Earlier(
                        shown(one, reader),
                        all || readers.of(one.code(), unit.code(), person).isPresent()))
                .toList();
    }
}
