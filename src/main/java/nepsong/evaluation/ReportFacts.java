package nepsong.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nepsong.catalogue.Checklists;
import nepsong.correction.Finding;
import nepsong.correction.Findings;
import nepsong.cycle.Cycles;
import nepsong.directive.Directives;
import nepsong.directive.Teams;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sentences with figures that the sections of a report open with: counted, kept with the version, typed by nobody. */
@Component
public class ReportFacts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    /** Groups of criteria by set and letter, and the sections that tell of them. */
    private static final Map<ReportSection, List<String>> GROUPS = Map.of(
            ReportSection.COMMUNICATION, List.of("CS-B", "CC-B"),
            ReportSection.PUBLIC_PLACES, List.of("CC-A", "CC-C", "CC-D", "CC-E"),
            ReportSection.MODELS, List.of("CS-F", "CC-F"));

    private final Directives directives;
    private final Teams teams;
    private final Results results;
    private final ReportFigures figures;
    private final ScoreUnits scoring;
    private final Checklists checklists;
    private final Cycles cycles;
    private final Findings findings;
    private final Units units;

    ReportFacts(
            Directives directives,
            Teams teams,
            Results results,
            ReportFigures figures,
            ScoreUnits scoring,
            Checklists checklists,
            Cycles cycles,
            Findings findings,
            Units units) {
        this.directives = directives;
        this.teams = teams;
        this.results = results;
        this.figures = figures;
        this.scoring = scoring;
        this.checklists = checklists;
        this.cycles = cycles;
        this.findings = findings;
        this.units = units;
    }

    /** A section without figures of its own is left out. */
    @Transactional(readOnly = true)
    public Map<ReportSection, String> of(String cycle) {
        List<Result> graded = results.of(cycle);
        Map<ReportSection, String> facts = new EnumMap<>(ReportSection.class);
        facts.put(ReportSection.DIRECTION, direction(cycle));
        facts.putAll(means(
                scoring.groups(cycle, graded.stream().map(Result::unit).toList())
                        .values(),
                checklists.version(cycles.get(cycle).checklist()).groupNames()));
        facts.put(
                ReportSection.RESULTS,
                figures.of(cycle).stream()
                                .map(figure -> figure.name() + ": " + figure.value())
                                .collect(Collectors.joining("; "))
                        + ".");
        facts.put(ReportSection.SHORTCOMINGS, shortcomings(cycle, graded));
        facts.put(ReportSection.COMMENDATION, "Các đơn vị xếp loại Xuất sắc: " + listed(excellent(graded)));
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private String direction(String cycle) {
        String plan = directives
                .find(cycle)
                .map(one -> "Kế hoạch số %s ngày %s. ".formatted(one.number(), DAY.format(one.issuedOn())))
                .orElse("");
        return plan
                + teams.find(cycle)
                        .map(team -> "Đoàn kiểm tra thành lập theo Quyết định số %d/%s ngày %s, gồm %d thành viên."
                                        .formatted(
                                                team.documentNumber(),
                                                team.documentSymbol(),
                                                DAY.format(team.decidedOn()),
                                                1
                                                        + team.deputies().size()
                                                        + team.secretaries().size()
                                                        + team.members().size())
                                + (team.groups().isEmpty()
                                        ? ""
                                        : " Đoàn có %d tổ công tác."
                                                .formatted(team.groups().size())))
                        .orElse("");
    }

    private static Map<ReportSection, String> means(
            Collection<SortedMap<String, BigDecimal>> units, Map<String, String> names) {
        Map<ReportSection, String> told = new EnumMap<>(ReportSection.class);
        GROUPS.forEach((section, groups) -> {
            String figures = groups.stream()
                    .map(group -> mean(group, names.getOrDefault(group, group), units))
                    .filter(mean -> !mean.isEmpty())
                    .collect(Collectors.joining("; "));
            told.put(section, figures.isEmpty() ? "" : "Bình quân các đơn vị theo nhóm tiêu chí: " + figures + ".");
        });
        return told;
    }

    private static String mean(String group, String name, Collection<SortedMap<String, BigDecimal>> units) {
        List<BigDecimal> known = units.stream()
                .map(groups -> groups.get(group))
                .filter(Objects::nonNull)
                .toList();
        if (known.isEmpty()) {
            return "";
        }
        BigDecimal sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = sum.divide(BigDecimal.valueOf(known.size()), 1, RoundingMode.HALF_UP);
        return "nhóm %s (%s) đạt %s%%"
                .formatted(name, group, mean.toPlainString().replace('.', ','));
    }

    private String shortcomings(String cycle, List<Result> graded) {
        return "Tồn tại đã ghi nhận theo loại: "
                + listed(counted(
                        findings.of(cycle, null), (Finding one) -> one.type().label(), "%s (%d)"))
                + " Lý do giới hạn xếp loại: "
                + listed(counted(
                        graded.stream()
                                .flatMap(one -> one.effectiveCaps().stream())
                                .toList(),
                        Cap::reason,
                        "%s (%d đơn vị)"));
    }

    private static <T> List<String> counted(List<T> all, Function<T, String> kind, String pattern) {
        return all.stream()
                .collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(one -> pattern.formatted(one.getKey(), one.getValue()))
                .toList();
    }

    private List<String> excellent(List<Result> graded) {
        return units
                .find(graded.stream()
                        .filter(one -> one.grade() == Grade.EXCELLENT)
                        .map(Result::unit)
                        .toList())
                .stream()
                .map(Unit::name)
                .toList();
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "không có." : String.join("; ", names) + ".";
    }
}
