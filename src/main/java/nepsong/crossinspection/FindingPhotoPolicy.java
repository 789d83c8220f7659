package nepsong.crossinspection;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nepsong.cycle.Refusal;
import nepsong.evidence.Evidence;

/**
 * Where the decision table on deadlines says so, a photo shows what was found, before anybody may mend it. A finding keeps
 * its number while other rows of the sheet come and go, and so its photos; a photo of a row that has gone proves nothing.
 */
public final class FindingPhotoPolicy {

    private static final String CODE = "TT-";

    private FindingPhotoPolicy() {}

    /** What the evidence of the finding of this number is filed under: the code that it will have. */
    public static String topic(int number) {
        return CODE + number;
    }

    /** Reads {@link #topic} back. */
    public static int number(String topic) {
        return Integer.parseInt(topic.substring(CODE.length()));
    }

    /**
     * @param photos what was brought for the findings of the unit
     * @param last   the highest number that an earlier sheet has used
     */
    static List<Refusal> check(
            List<VisitFinding> found, Predicate<VisitFinding> needsPhoto, List<Evidence> photos, int last) {
        List<Refusal> refusals = new ArrayList<>(misnumbered(found, last));
        Set<String> shown = photos.stream()
                .filter(photo -> photo.type().isImage())
                .map(Evidence::topic)
                .collect(toSet());
        List<String> lacking = found.stream()
                .filter(needsPhoto)
                .map(VisitFinding::code)
                .filter(code -> !shown.contains(code))
                .toList();
        if (!lacking.isEmpty()) {
            refusals.add(Refusal.of(
                    "findings",
                    "Tồn tại thiếu ảnh hiện trạng, là minh chứng bắt buộc: " + String.join(", ", lacking)
                            + ". Hãy mở thẻ “Minh chứng”, tải ảnh JPG hoặc PNG lên cho từng tồn tại rồi gửi lại"));
        }
        Set<String> codes = found.stream().map(VisitFinding::code).collect(toSet());
        List<String> left = photos.stream()
                .map(Evidence::topic)
                .distinct()
                .filter(topic -> number(topic) > last && !codes.contains(topic))
                .toList();
        if (!left.isEmpty()) {
            refusals.add(Refusal.of(
                    "findings",
                    "Có ảnh hiện trạng mà phiếu không có tồn tại tương ứng: " + String.join(", ", left)
                            + ". Hãy ghi tồn tại đó vào phiếu, hoặc xóa ảnh ở thẻ “Minh chứng”, rồi gửi lại"));
        }
        return refusals;
    }

    private static List<Refusal> misnumbered(List<VisitFinding> found, int last) {
        Set<Integer> seen = new HashSet<>();
        return found.stream()
                .filter(finding -> finding.number() <= last || !seen.add(finding.number()))
                .map(finding -> Refusal.ofRow(
                        "findings", finding.code(), "Mã tồn tại này đã được dùng; hãy xóa dòng và thêm lại"))
                .toList();
    }
}
