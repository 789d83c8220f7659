package nepsong.crossinspection.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nepsong.correction.FindingType;
import nepsong.correction.Severity;
import nepsong.crossinspection.VisitFinding;
import nepsong.engine.FormTask;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.Answer;
import org.jspecify.annotations.Nullable;

/** How these forms say things. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private Words() {}

    /** The variables and, as the due day of another task, the day on which this one is due. */
    static Map<String, Object> with(Map<String, Object> variables, String dueOn, FormTask task) {
        Map<String, Object> more = new LinkedHashMap<>(variables);
        Instant due = task.due();
        if (due != null) {
            more.put(dueOn, LocalDate.ofInstant(due, WorkingCalendar.ZONE).toString());
        }
        return more;
    }

    /** A list as Markdown; empty where there is nothing. */
    static String bullets(List<String> sentences) {
        return sentences.stream().map(sentence -> "- " + sentence).collect(Collectors.joining("\n"));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String time(@Nullable LocalDateTime time) {
        return time == null ? "" : TIME.format(time);
    }

    /** 3.50 as people write it: 3,5. */
    static String points(@Nullable BigDecimal score) {
        return score == null ? "–" : score.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    static String points(Answer answer) {
        return answer.notApplicable() ? "Không áp dụng" : points(answer.score());
    }

    static String type(VisitFinding finding) {
        return FindingType.of(finding.type()).map(FindingType::label).orElse(finding.type());
    }

    static String severity(VisitFinding finding) {
        return Severity.of(finding.severity()).map(Severity::label).orElse(finding.severity());
    }
}
