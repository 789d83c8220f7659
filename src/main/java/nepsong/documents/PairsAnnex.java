package nepsong.documents;

import static nepsong.documents.WordDocument.Look.PLACE;
import static nepsong.documents.WordDocument.Look.TITLE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.crossinspection.Pair;
import nepsong.crossinspection.Pairing;
import nepsong.crossinspection.Pairings;
import nepsong.crossinspection.Supervisions;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.directive.WorkingGroup;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

/** Who inspects whom, of all blocs whose pairs are approved, as an annex to the notice that says so. */
@Component
public class PairsAnnex {

    private static final List<Integer> COLUMNS = List.of(655, 1_600, 2_700, 2_700, 1_700);

    private final Pairings pairings;
    private final Supervisions supervisions;
    private final Cycles cycles;
    private final Units units;
    private final Clock clock;

    PairsAnnex(Pairings pairings, Supervisions supervisions, Cycles cycles, Units units, Clock clock) {
        this.pairings = pairings;
        this.supervisions = supervisions;
        this.cycles = cycles;
        this.units = units;
        this.clock = clock;
    }

    /** A DOCX; empty until the pairs of a bloc are approved. */
    public Optional<byte[]> of(String cycle) {
        List<Bloc> blocs = cycles.blocs(cycle);
        List<Pairing> approved = inOrder(blocs, pairings.approved(cycle));
        return approved.isEmpty()
                ? Optional.empty()
                : Optional.of(write(cycle, blocs, approved).written());
    }

    /** As the cycle has its blocs: the tenth comes after the second. */
    private static List<Pairing> inOrder(List<Bloc> blocs, List<Pairing> approved) {
        List<String> codes = blocs.stream().map(Bloc::code).toList();
        return approved.stream()
                .sorted(Comparator.comparingInt(pairing -> codes.indexOf(pairing.bloc())))
                .toList();
    }

    private WordDocument write(String cycle, List<Bloc> blocs, List<Pairing> approved) {
        WordDocument document = new WordDocument()
                .add(TITLE, "PHỤ LỤC")
                .add(TITLE, "Phân công kiểm tra chéo việc thực hiện hai Quy tắc ứng xử")
                .add(TITLE, cycles.get(cycle).name())
                .add(
                        PLACE,
                        "(Kèm theo Thông báo số         /TB-SVHTT "
                                + OfficialLayout.open(LocalDate.now(clock).getYear()) + ")")
                .table(
                        COLUMNS,
                        List.of("TT", "Khối", "Đơn vị kiểm tra", "Đơn vị được kiểm tra", "Tổ công tác"),
                        rows(cycle, blocs, approved));
        return OfficialLayout.signed(
                document,
                List.of("Các đơn vị có tên trong phụ lục;", "Đoàn kiểm tra;", "Lưu: VT."),
                List.of("TRƯỞNG ĐOÀN KIỂM TRA"));
    }

    private List<List<String>> rows(String cycle, List<Bloc> blocs, List<Pairing> approved) {
        Map<String, String> titles = blocs.stream().collect(Collectors.toMap(Bloc::code, Bloc::name));
        Map<String, WorkingGroup> groups = supervisions.of(cycle);
        Map<String, String> names = names(approved);
        List<List<String>> rows = new ArrayList<>();
        for (Pairing pairing : approved) {
            for (Pair pair : pairing.pairs()) {
                WorkingGroup group = groups.get(pair.inspected());
                rows.add(List.of(
                        String.valueOf(rows.size() + 1),
                        titles.getOrDefault(pairing.bloc(), pairing.bloc()),
                        names.getOrDefault(pair.inspecting(), pair.inspecting()),
                        names.getOrDefault(pair.inspected(), pair.inspected()),
                        group == null ? "" : group.name()));
            }
        }
        return rows;
    }

    private Map<String, String> names(List<Pairing> approved) {
        List<String> codes = approved.stream()
                .flatMap(pairing -> pairing.pairs().stream())
                .flatMap(pair -> Stream.of(pair.inspecting(), pair.inspected()))
                .distinct()
                .toList();
        return units.find(codes).stream().collect(Collectors.toMap(Unit::code, Unit::name));
    }
}
