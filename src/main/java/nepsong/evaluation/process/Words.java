package nepsong.evaluation.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.evaluation.Cap;
import nepsong.evaluation.Grade;
import nepsong.evaluation.Grading;
import nepsong.evaluation.Result;
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

    /** Those that lower the earned grade, and apart from them those that hold and change nothing. */
    static String caps(Grade earned, List<Cap> caps) {
        Map<Boolean, List<Cap>> byEffect = caps.stream().collect(Collectors.partitioningBy(cap -> cap.lowers(earned)));
        List<Cap> effective = byEffect.getOrDefault(true, List.of());
        List<Cap> idle = byEffect.getOrDefault(false, List.of());
        if (caps.isEmpty()) {
            return "không có lý do giới hạn";
        }
        return Stream.of(cited(effective), idle.isEmpty() ? "" : "không làm đổi xếp loại – " + cited(idle))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /**
     * Why a unit is graded otherwise than its score earns: what the head of team confirmed, then what caps it.
     *
     * @param reason of the adjustment, as the appraisers wrote it; empty where there is none
     */
    static String limits(Result result, String reason) {
        String told = result.adjustment(reason);
        return told.isEmpty()
                ? caps(result.earned(), result.caps())
                : result.caps().isEmpty() ? told : told + "; " + caps(result.earned(), result.caps());
    }

    private static String cited(List<Cap> caps) {
        return caps.stream().map(cap -> cap.citation() + ": " + cap.reason()).collect(Collectors.joining("; "));
    }

    static String reasons(Grading grading) {
        return "theo điểm: %s; %s.".formatted(grading.byScore().title(), caps(grading.byScore(), grading.caps()));
    }

    static String orNone(List<String> words) {
        return words.isEmpty() ? "không có" : String.join(", ", words);
    }
}
