package nepsong.evaluation.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import nepsong.evaluation.Cap;
import nepsong.evaluation.Grading;
import org.jspecify.annotations.Nullable;

/** Facts of an evaluation as the forms word them. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Words() {}

    static String points(@Nullable BigDecimal points) {
        return points == null
                ? "–"
                : points.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String caps(List<Cap> caps) {
        return caps.isEmpty()
                ? "không có lý do giới hạn"
                : caps.stream().map(cap -> cap.citation() + ": " + cap.reason()).collect(Collectors.joining("; "));
    }

    static String reasons(Grading grading) {
        return "theo điểm: %s; %s.".formatted(grading.byScore().title(), caps(grading.caps()));
    }

    static String orNone(List<String> words) {
        return words.isEmpty() ? "không có" : String.join(", ", words);
    }
}
