package nepsong.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The figures of a cycle, counted from the data: nobody types them into the report. */
@Component
public class ReportFigures {

    private final Cycles cycles;
    private final Units units;
    private final Results results;

    ReportFigures(Cycles cycles, Units units, Results results) {
        this.cycles = cycles;
        this.units = units;
        this.results = results;
    }

    /** @param value as it is read, e.g. {@code 21/22} */
    public record Figure(String name, String value) {}

    @Transactional(readOnly = true)
    public List<Figure> of(String cycle) {
        List<Result> graded = results.of(cycle);
        Map<String, GradedFacts> facts = results.facts(cycle);
        List<Figure> figures = new ArrayList<>();
        int all = graded.size();
        figures.add(new Figure("Số đơn vị", String.valueOf(all)));
        figures.add(share(
                "Đơn vị đã nộp tự đánh giá",
                graded.stream()
                        .filter(one -> {
                            GradedFacts known = facts.get(one.unit());
                            return known != null && known.submittedAt() != null;
                        })
                        .count(),
                all));
        figures.add(share(
                "Đơn vị đã được kiểm tra chéo",
                graded.stream().filter(one -> one.crossScore() != null).count(),
                all));
        for (Grade grade : Grade.values()) {
            figures.add(share(
                    "Xếp loại " + grade.title(),
                    graded.stream().filter(one -> one.grade() == grade).count(),
                    all));
        }
        figures.add(new Figure("Tồn tại còn mở", sum(facts, GradedFacts::openFindings)));
        figures.add(new Figure("Tồn tại nghiêm trọng còn mở", sum(facts, GradedFacts::openCriticalFindings)));
        figures.addAll(perBloc(cycle, graded));
        return figures;
    }

    private List<Figure> perBloc(String cycle, List<Result> graded) {
        return cycles.blocs(cycle).stream()
                .map(bloc -> new Figure("Dẫn đầu " + bloc.name(), leaders(bloc, graded)))
                .toList();
    }

    private String leaders(Bloc bloc, List<Result> graded) {
        return graded.stream()
                .filter(one -> one.bloc().equals(bloc.code()) && one.rank() == 1)
                .map(one -> name(one.unit()))
                .collect(Collectors.joining(", "));
    }

    private String name(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }

    private static Figure share(String name, long some, int all) {
        return new Figure(name, some + "/" + all);
    }

    private static String sum(Map<String, GradedFacts> facts, java.util.function.ToIntFunction<GradedFacts> count) {
        return String.valueOf(facts.values().stream().mapToInt(count).sum());
    }
}
