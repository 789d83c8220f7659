package nepsong.demonstration;

import static nepsong.demonstration.LastYear.CYCLE;
import static nepsong.demonstration.TableRows.row;

import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.evaluation.PointCause;
import nepsong.evaluation.PointItem;
import nepsong.evaluation.PointItems;
import nepsong.evaluation.ProposeAppraisals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For what the units of the finished cycle were given points more or less. */
@Component
class PastPoints {

    private static final List<PointItem> BONUS = List.of(
            more(
                    "q-hoan-kiem",
                    PointCause.REPLICATED,
                    "Mô hình “Nụ cười một cửa” được nhân rộng trong khối",
                    "Báo cáo của các đơn vị"),
            more(
                    "so-du-lich",
                    PointCause.FIRST_PRIZE,
                    "Sáng kiến bộ quy tắc ứng xử cho người làm du lịch",
                    "Quyết định trao giải"),
            more(
                    "h-soc-son",
                    PointCause.AWARDED,
                    "Có hai tập thể, cá nhân được biểu dương cấp Thành phố",
                    "Quyết định của Thành phố"));

    private final ProposeAppraisals proposals;
    private final Cycles cycles;
    private final TableRows tables;

    PastPoints(ProposeAppraisals proposals, Cycles cycles, TableRows tables) {
        this.proposals = proposals;
        this.cycles = cycles;
        this.tables = tables;
    }

    PointItems bonus(String unit) {
        return new PointItems(
                BONUS.stream().filter(one -> one.unit().equals(unit)).toList(), cycles.parameters(CYCLE));
    }

    void write(List<Bloc> blocs) {
        List<PointItem> items = new ArrayList<>(BONUS);
        blocs.forEach(bloc -> items.addAll(proposals.items(CYCLE, bloc.code())));
        List<@Nullable Object[]> rows = new ArrayList<>();
        items.forEach(item -> rows.add(item(rows.size(), item)));
        tables.insert("appraisal_items", "cycle, unit, position, cause, times, reason, evidence", rows);
    }

    private static PointItem more(String unit, PointCause cause, String reason, String evidence) {
        return new PointItem(unit, cause, 1, reason, evidence);
    }

    private static @Nullable Object[] item(int position, PointItem item) {
        return row(CYCLE, item.unit(), position, item.cause().name(), item.times(), item.reason(), item.evidence());
    }
}
