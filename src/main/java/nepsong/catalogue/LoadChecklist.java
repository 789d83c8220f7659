package nepsong.catalogue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.organisation.CsvFile;
import nepsong.organisation.CsvRow;
import nepsong.organisation.FileError;
import nepsong.organisation.LoadOutcome;
import nepsong.organisation.TypedText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes a file of criteria as the next version of the checklist; running cycles keep theirs. Columns {@code set, group,
 * group_vi, code, text_vi, max, method, evidence_vi} and optionally {@code group_en, text_en,
 * evidence_required, photo_required, na_rule} and those of {@link MeasureColumns}.
 * Each set must come to exactly 100 points.
 */
@Service
public class LoadChecklist {

    static final List<String> REQUIRED =
            List.of("set", "group", "group_vi", "code", "text_vi", "max", "method", "evidence_vi");
    static final List<String> OPTIONAL = Stream.concat(
                    Stream.of("group_en", "text_en", "evidence_required", "photo_required", "na_rule"),
                    MeasureColumns.NAMES.stream())
            .toList();
    private static final BigDecimal STEP = new BigDecimal("0.25");
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final JdbcChecklists checklists;
    private final Clock clock;

    LoadChecklist(JdbcChecklists checklists, Clock clock) {
        this.checklists = checklists;
        this.clock = clock;
    }

    record Row(Criterion criterion, String englishGroup) {

        /** What a file says, however its numbers are written. */
        boolean saysTheSame(Row other) {
            return plain().equals(other.plain());
        }

        private Row plain() {
            return new Row(criterion.plain(), englishGroup);
        }
    }

    /** @param by id of the person who publishes it */
    @Transactional
    public LoadOutcome load(String title, byte[] content, String by) {
        CsvFile file = CsvFile.read(content, REQUIRED, OPTIONAL);
        String name = TypedText.of(title);
        if (name.isEmpty() || name.length() > 255) {
            file.refuse(0, "title", "Tên phiên bản bộ tiêu chí phải có từ 1 đến 255 ký tự.");
        }
        List<Row> rows = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        Map<String, String> groupNames = new HashMap<>();
        file.rows().forEach(row -> rows.add(criterion(row, codes, groupNames)));
        if (file.errors().isEmpty()) {
            refuseWrongSums(file, rows);
        }
        List<FileError> errors = file.errors();
        if (!errors.isEmpty()) {
            return LoadOutcome.refused(errors);
        }
        checklists.awaitTurn();
        return checklists
                .versionOf(rows)
                .map(LoadChecklist::known)
                .orElseGet(() ->
                        LoadOutcome.loaded(checklists.publish(name, rows, OffsetDateTime.now(clock), by), rows.size()));
    }

    private static LoadOutcome known(int version) {
        return LoadOutcome.refused(List.of(new FileError(
                0,
                "file",
                "Nội dung tệp giống hệt phiên bản %1$d đã có nên không lập thêm phiên bản; khi soạn kế hoạch hãy chọn phiên bản %1$d."
                        .formatted(version))));
    }

    private static Row criterion(CsvRow row, Set<String> codes, Map<String, String> groupNames) {
        CriteriaSet set = set(row);
        String code = row.required("code", 32);
        if (!code.isEmpty() && !code.matches("[A-Z0-9]+(-[A-Z0-9]+)*")) {
            row.refuse("code", "Mã “%s” chỉ được gồm chữ hoa không dấu, chữ số và dấu gạch nối.".formatted(code));
        } else if (!code.isEmpty() && !codes.add(code)) {
            row.refuse("code", "Mã “%s” bị trùng trong tệp.".formatted(code));
        }
        String group = row.required("group", 1);
        if (!group.isEmpty() && !group.matches("[A-F]")) {
            row.refuse("group", "Nhóm phải là một chữ cái từ A đến F.");
        }
        String groupName = row.required("group_vi", 255);
        String first = groupNames.putIfAbsent(set.code() + group, groupName);
        if (first != null && !first.equals(groupName)) {
            row.refuse("group_vi", "Nhóm %s đã có tên “%s” ở dòng trên.".formatted(group, first));
        }
        String naRule = row.optional("na_rule", 500);
        Criterion criterion = new Criterion(
                code,
                set,
                group,
                groupName,
                row.required("text_vi", 2000),
                row.optional("text_en", 2000),
                max(row),
                row.required("method", 500),
                row.required("evidence_vi", 1000),
                naRule.isEmpty() ? null : naRule,
                flag(row, "evidence_required"),
                flag(row, "photo_required"),
                MeasureColumns.read(row));
        return new Row(criterion, row.optional("group_en", 255));
    }

    private static CriteriaSet set(CsvRow row) {
        String code = row.required("set", 32);
        for (CriteriaSet set : CriteriaSet.values()) {
            if (set.code().equals(code)) {
                return set;
            }
        }
        if (!code.isEmpty()) {
            String known =
                    Arrays.stream(CriteriaSet.values()).map(CriteriaSet::code).collect(Collectors.joining(", "));
            row.refuse("set", "Không có bộ tiêu chí “%s”; chỉ có %s.".formatted(code, known));
        }
        return CriteriaSet.WORKPLACE;
    }

    private static BigDecimal max(CsvRow row) {
        BigDecimal max = row.number("max");
        if (max.compareTo(STEP) < 0 || max.compareTo(FULL) > 0) {
            row.refuse("max", "Điểm tối đa phải từ 0,25 đến 100.");
            return BigDecimal.ONE;
        }
        if (max.remainder(STEP).signum() != 0) {
            row.refuse("max", "Điểm tối đa phải là bội số của 0,25.");
        }
        return max;
    }

    private static boolean flag(CsvRow row, String column) {
        String value = row.optional(column, 10);
        if (!value.isEmpty() && !value.equals("x")) {
            row.refuse(column, "Chỉ điền “x” hoặc để trống.");
        }
        return value.equals("x");
    }

    private static void refuseWrongSums(CsvFile file, List<Row> rows) {
        Map<CriteriaSet, BigDecimal> sums = new EnumMap<>(CriteriaSet.class);
        Map<CriteriaSet, Long> lastLines = new EnumMap<>(CriteriaSet.class);
        for (int index = 0; index < rows.size(); index++) {
            Criterion criterion = rows.get(index).criterion();
            sums.merge(criterion.set(), criterion.max(), BigDecimal::add);
            lastLines.put(criterion.set(), file.rows().get(index).line());
        }
        for (CriteriaSet set : CriteriaSet.values()) {
            BigDecimal sum = sums.getOrDefault(set, BigDecimal.ZERO);
            if (sum.compareTo(FULL) != 0) {
                String found = sum.stripTrailingZeros().toPlainString().replace('.', ',');
                file.refuse(
                        lastLines.getOrDefault(set, file.lastLine()),
                        "max",
                        "Tổng điểm của bộ “%s” là %s, phải đúng 100.".formatted(set.title(), found));
            }
        }
    }
}
