package nepsong.demonstration;

import static nepsong.demonstration.LastYear.CYCLE;
import static nepsong.demonstration.LastYear.at;
import static nepsong.demonstration.TableRows.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.crossinspection.Pair;
import nepsong.crossinspection.PairingCost;
import nepsong.crossinspection.PairingPolicy;
import nepsong.crossinspection.PairingRequest;
import nepsong.crossinspection.PairingResult;
import nepsong.cycle.Bloc;
import nepsong.organisation.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who inspected whom in the finished cycle, by the rules of the pairing, and how the visits went. */
@Component
class PastInspections {

    private static final long SEED = LastYear.YEAR;

    private final PairingPolicy policy = new PairingPolicy();
    private final TableRows tables;

    PastInspections(TableRows tables) {
        this.tables = tables;
    }

    /** @return the inspecting unit by the inspected one */
    Map<String, String> write(List<Bloc> blocs, List<PastUnit> units) {
        Map<String, String> inspecting = new HashMap<>();
        for (Bloc bloc : blocs) {
            PairingResult paired = policy.pair(request(bloc, units));
            paired.pairs().forEach(pair -> inspecting.put(pair.inspected(), pair.inspecting()));
            pairing(bloc, paired);
        }
        inspections(units, inspecting);
        return inspecting;
    }

    private static PairingRequest request(Bloc bloc, List<PastUnit> units) {
        Map<String, String> names = new HashMap<>();
        units.forEach(unit -> names.put(unit.code(), unit.name()));
        return new PairingRequest(bloc.code(), bloc.units(), names, Set.of(), Set.of(), PairingCost.NONE, SEED);
    }

    private void pairing(Bloc bloc, PairingResult paired) {
        tables.insert(
                "pairings",
                """
                cycle, bloc, round, seed, cost, warnings, infeasible, previous_relaxed, conflicts_relaxed, drawn_at,
                approved_at, approved_by""",
                List.<@Nullable Object[]>of(row(
                        CYCLE,
                        bloc.code(),
                        1,
                        SEED,
                        paired.cost(),
                        String.join("\n", paired.warnings()),
                        "",
                        false,
                        false,
                        at(LastYear.PAIRED, 8),
                        at(LastYear.PAIRED, 15),
                        "headOfTeam")));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Pair pair : paired.pairs()) {
            rows.add(row(CYCLE, bloc.code(), 1, pair.inspected(), pair.inspecting(), rows.size()));
        }
        tables.insert("pairs", "cycle, bloc, round, inspected, inspecting, position", rows);
    }

    private void inspections(List<PastUnit> units, Map<String, String> inspecting) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object[]> participants = new ArrayList<>();
        for (PastUnit unit : units) {
            String inspector = Unit.keyOf(inspecting.getOrDefault(unit.code(), unit.code())) + "Inspector";
            rows.add(inspection(unit, inspecting.get(unit.code()), inspector));
            participants.add(row(CYCLE, unit.code(), inspector));
        }
        tables.insert(
                "inspections",
                """
                cycle, unit, inspecting, planned_at, place, announced, documents, scheduled_at, scheduled_by, due_on,
                visit_started_at, visit_ended_at, opinion_on_the_spot, cross_submitted_at, cross_submitted_by, late_days,
                minutes_at, minutes_by, team_side, unit_side, minutes_content, recommendations, unit_opinion, refused_to_sign,
                explained_at, explained_by, answered_at, answered_by, finished_at""",
                rows);
        tables.insert("inspection_participants", "cycle, unit, person", participants);
    }

    private static @Nullable Object[] inspection(PastUnit unit, @Nullable String inspecting, String inspector) {
        return row(
                CYCLE,
                unit.code(),
                inspecting,
                unit.visited().atTime(8, 30),
                "Trụ sở " + unit.name(),
                true,
                "Kế hoạch, báo cáo, hồ sơ minh chứng theo bộ tiêu chí",
                at(unit.scheduled()),
                "secretary",
                unit.sheetOn(),
                unit.visited().atTime(8, 30),
                unit.visited().atTime(11, 15),
                "Đơn vị tiếp thu ý kiến của đoàn và sẽ khắc phục những nội dung đã nêu.",
                at(unit.sheetOn(), 16),
                inspector,
                0,
                at(unit.minuted(), 14),
                "secretary",
                "Đại diện đoàn kiểm tra chéo và thư ký đoàn",
                "Lãnh đạo và đầu mối của " + unit.name(),
                "Đoàn đã nghe báo cáo, xem hồ sơ và kiểm tra thực tế tại trụ sở " + unit.name()
                        + "; chấm điểm theo từng tiêu chí và thống nhất các tồn tại cần khắc phục.",
                "Duy trì tự kiểm tra hằng quý; thay các bảng niêm yết đã cũ; đưa nội dung ứng xử vào sinh hoạt định kỳ.",
                "Nhất trí với biên bản.",
                false,
                at(unit.explained(), 15),
                unit.coordinator(),
                at(unit.answered()),
                inspector,
                at(unit.answered()));
    }
}
