package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nepsong.cycle.Refusal;
import nepsong.evidence.Evidence;

/** Where the decision table on deadlines says so, a photo shows what was found, before anybody may mend it. */
public final class FindingPhotoPolicy {

    private static final String CODE = "TT-";

    private FindingPhotoPolicy() {}

    /** What the evidence of the finding at this position of the sheet is filed under: the code that it will have. */
    public static String topic(int position) {
        return CODE + position;
    }

    /** Reads {@link #topic} back. */
    public static int position(String topic) {
        return Integer.parseInt(topic.substring(CODE.length()));
    }

    /** @param photos what was brought for the findings of the sheet */
    static List<Refusal> check(List<VisitFinding> found, Predicate<VisitFinding> needsPhoto, List<Evidence> photos) {
        List<String> lacking = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String topic = topic(i + 1);
            boolean shown = photos.stream()
                    .anyMatch(
                            photo -> photo.topic().equals(topic) && photo.type().isImage());
            if (needsPhoto.test(found.get(i)) && !shown) {
                lacking.add(topic);
            }
        }
        return lacking.isEmpty()
                ? List.of()
                : List.of(Refusal.of(
                        "findings",
                        "Tồn tại thiếu ảnh hiện trạng, là minh chứng bắt buộc: " + String.join(", ", lacking)
                                + ". Hãy mở thẻ “Minh chứng”, tải ảnh JPG hoặc PNG lên cho từng tồn tại rồi gửi lại"));
    }
}
