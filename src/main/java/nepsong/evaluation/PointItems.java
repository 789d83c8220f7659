package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.catalogue.ChangeParameter;
import nepsong.catalogue.Parameter;
import nepsong.catalogue.ParameterValues;
import nepsong.cycle.Refusal;

/** All causes for which one unit gets points more or less, and what they come to by the rules of the cycle. */
public record PointItems(List<PointItem> items, ParameterValues rules) {

    public static final String FIELD = "items";

    public PointItems {
        items = List.copyOf(items);
    }

    /** What the data alone say. */
    static List<PointItem> proposed(GradedFacts known) {
        List<PointItem> items = new ArrayList<>();
        if (known.submittedAt() == null) {
            items.add(new PointItem(
                    known.unit(),
                    PointCause.NOT_SUBMITTED,
                    1,
                    "Hết hạn mở hệ thống mà không có phiếu tự đánh giá",
                    "Thời điểm hệ thống ghi nhận"));
        } else if (known.workingDaysLate() > 0) {
            items.add(new PointItem(
                    known.unit(),
                    PointCause.LATE,
                    known.workingDaysLate(),
                    "Chậm %d ngày làm việc".formatted(known.workingDaysLate()),
                    "Thời điểm nộp hệ thống ghi nhận"));
        }
        if (!known.crossInspectionDone()) {
            items.add(new PointItem(
                    known.unit(),
                    PointCause.DUTY_REFUSED,
                    1,
                    "Không thực hiện nhiệm vụ kiểm tra chéo được phân công",
                    "Phân công kiểm tra chéo của kỳ"));
        }
        return items;
    }

    /** Up to what the cycle allows. */
    public BigDecimal bonus() {
        return sum(true).min(rules.get(Parameter.HIGHEST_BONUS));
    }

    /** Up to what the cycle allows; being late costs no more than it may, in however many lines it is written. */
    public BigDecimal penalty() {
        return sum(false).min(rules.get(Parameter.HIGHEST_PENALTY));
    }

    private BigDecimal sum(boolean bonus) {
        Map<PointCause, Integer> times = new EnumMap<>(PointCause.class);
        items.stream()
                .filter(item -> item.cause().isBonus() == bonus)
                .forEach(item -> times.merge(item.cause(), item.times(), Integer::sum));
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<PointCause, Integer> one : times.entrySet()) {
            sum = sum.add(one.getKey().points(one.getValue(), rules));
        }
        return sum;
    }

    public boolean hasUntrueEvidence() {
        return items.stream().anyMatch(item -> item.cause() == PointCause.EVIDENCE_UNTRUE);
    }

    /** The reasons of what was found untrue; empty where nothing was. */
    public String untrueEvidence() {
        return items.stream()
                .filter(item -> item.cause() == PointCause.EVIDENCE_UNTRUE)
                .map(PointItem::reason)
                .collect(Collectors.joining("; "));
    }

    /** Why points are added, in Vietnamese; empty where none are. */
    public String bonusReason() {
        return reason(true);
    }

    /** Why points are taken off, in Vietnamese; empty where none are. */
    public String penaltyReason() {
        return reason(false);
    }

    private String reason(boolean bonus) {
        return items.stream()
                .filter(item -> item.cause().isBonus() == bonus)
                .map(this::said)
                .collect(Collectors.joining("; "));
    }

    private String said(PointItem item) {
        return "%s (%s%s): %s (minh chứng: %s)"
                .formatted(
                        item.cause().title(),
                        item.cause().isBonus() ? "+" : "−",
                        ChangeParameter.plain(item.cause().points(item.times(), rules)),
                        ended(item.reason()),
                        ended(item.evidence()));
    }

    private static String ended(String text) {
        return text.strip().replaceFirst("[.;\\s]+$", "");
    }

    /** What is not counted holds once for a unit, and whoever submitted nothing was not late. */
    List<Refusal> check(String unitName) {
        Stream<String> twice = Arrays.stream(PointCause.values())
                .filter(cause -> !cause.isCounted() && lines(cause) > 1)
                .map(cause -> "“%s” chỉ tính một lần, hãy xóa dòng thừa".formatted(cause.title()));
        Stream<String> contradiction = Stream.of(PointCause.NOT_SUBMITTED)
                .filter(cause -> lines(cause) > 0 && lines(PointCause.LATE) > 0)
                .map(cause ->
                        "“%s” và “%s” loại trừ nhau, hãy giữ một".formatted(cause.title(), PointCause.LATE.title()));
        return Stream.concat(twice, contradiction)
                .map(reason -> Refusal.ofRow(FIELD, unitName, reason))
                .toList();
    }

    private long lines(PointCause cause) {
        return items.stream().filter(item -> item.cause() == cause).count();
    }
}
