package nepsong.crossinspection.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nepsong.crossinspection.Pair;
import nepsong.crossinspection.PairingCost;
import nepsong.crossinspection.PairingPolicy;
import nepsong.crossinspection.PairingRequest;
import nepsong.crossinspection.PairingResult;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pairing as a calculator: it stores nothing and knows of units only what the caller says. */
@RestController
@RequestMapping("/api/pair")
class PairController {

    private static final String BLOC = "được yêu cầu";
    private static final int LONGEST_CODE = 100;
    private static final int MOST_PAIRS = PairingRequest.MOST_UNITS * PairingRequest.MOST_UNITS;

    private final PairingPolicy policy = new PairingPolicy();

    /** Nulls are what a caller may send; each is answered in words. */
    record Bloc(
            @Nullable List<@Nullable String> units,
            @Nullable List<@Nullable List<@Nullable String>> conflicts,
            @Nullable List<@Nullable List<@Nullable String>> previous,
            @Nullable Long seed) {}

    record Answer(List<List<String>> pairs, int cost, List<String> warnings, List<String> infeasible) {}

    @PostMapping
    Answer pair(@RequestBody Bloc bloc) {
        List<String> units = units(bloc.units());
        Set<Pair> conflicts = pairs("conflicts", bloc.conflicts());
        Set<Pair> previous = pairs("previous", bloc.previous());
        Set<String> known = new HashSet<>(units);
        for (Pair conflict : conflicts) {
            for (String unit : List.of(conflict.inspecting(), conflict.inspected())) {
                if (!known.contains(unit)) {
                    throw refused("Xung đột nêu đơn vị “%s” không có trong danh sách đơn vị.".formatted(unit));
                }
            }
        }
        long seed = Objects.requireNonNullElse(bloc.seed(), 0L);
        PairingResult result =
                policy.pair(new PairingRequest(BLOC, units, Map.of(), previous, conflicts, PairingCost.NONE, seed));
        List<List<String>> pairs = result.pairs().stream()
                .map(pair -> List.of(pair.inspecting(), pair.inspected()))
                .toList();
        return new Answer(pairs, result.cost(), result.warnings(), result.infeasible());
    }

    @ExceptionHandler
    ProblemDetail refused(ErrorResponseException refused) {
        return refused.getBody();
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        return problem("Nội dung gửi lên không phải JSON hợp lệ dạng {units, conflicts, previous, seed}.");
    }

    private static List<String> units(@Nullable List<@Nullable String> sent) {
        int size = sent == null ? 0 : sent.size();
        if (sent == null || size < PairingRequest.FEWEST_UNITS) {
            String reason =
                    ("Chỉ có %d đơn vị: cần ít nhất %d đơn vị để kiểm tra chéo mà không tự kiểm tra hoặc kiểm tra "
                                    + "lẫn nhau.")
                            .formatted(size, PairingRequest.FEWEST_UNITS);
            ErrorResponseException refusal = refused(reason);
            // For those who look there for what a bloc cannot keep.
            refusal.getBody().setProperty("infeasible", List.of(reason));
            throw refusal;
        }
        if (size > PairingRequest.MOST_UNITS) {
            throw refused("Có %d đơn vị: mỗi khối có nhiều nhất %d đơn vị.".formatted(size, PairingRequest.MOST_UNITS));
        }
        List<String> units = sent.stream().map(PairController::code).toList();
        String twice =
                units.stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .collect(Collectors.joining("”, “"));
        if (!twice.isEmpty()) {
            throw refused("Đơn vị “%s” có nhiều hơn một lần trong danh sách.".formatted(twice));
        }
        return units;
    }

    private static Set<Pair> pairs(String field, @Nullable List<@Nullable List<@Nullable String>> sent) {
        Set<Pair> pairs = new HashSet<>();
        if (sent == null) {
            return pairs;
        }
        if (sent.size() > MOST_PAIRS) {
            throw refused("“%s” có quá nhiều cặp (%d).".formatted(field, sent.size()));
        }
        for (int row = 0; row < sent.size(); row++) {
            List<@Nullable String> two = sent.get(row);
            if (two == null || two.size() != 2) {
                throw refused("“%s”, dòng %d: mỗi cặp gồm đúng hai mã đơn vị.".formatted(field, row + 1));
            }
            Pair pair = new Pair(code(two.get(0)), code(two.get(1)));
            if (pair.inspecting().equals(pair.inspected())) {
                throw refused("“%s”, dòng %d: hai đơn vị của một cặp phải khác nhau (“%s”)."
                        .formatted(field, row + 1, pair.inspecting()));
            }
            pairs.add(pair);
        }
        return pairs;
    }

    private static String code(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            throw refused("Mã đơn vị không được để trống.");
        }
        if (sent.length() > LONGEST_CODE) {
            throw refused("Mã đơn vị dài quá %d ký tự.".formatted(LONGEST_CODE));
        }
        return sent;
    }

    private static ErrorResponseException refused(String reason) {
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem(reason), null);
    }

    private static ProblemDetail problem(String reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, reason);
        problem.setTitle("Không xếp cặp được");
        return problem;
    }
}
