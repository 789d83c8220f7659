package nepsong.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import nepsong.cycle.Refusal;
import org.jspecify.annotations.Nullable;

/** How much evidence there may be: ten pieces to a criterion or finding, 200 MB to a task, and a file once to a topic. */
final class EvidenceLimitPolicy {

    static final int MOST_PIECES = 10;
    static final long MOST_BYTES = 200L << 20;

    private EvidenceLimitPolicy() {}

    /** @param sha256 of the file that is to be added to these topics */
    static List<Refusal> check(TaskEvidence.View view, Collection<String> topics, String sha256, long size) {
        List<Refusal> refusals = new ArrayList<>();
        List<Evidence> own = view.pieces().stream().filter(view::isChangeable).toList();
        for (String topic : topics) {
            String name =
                    view.place().addedTo(topic).map(EvidencePlace.Topic::name).orElse(null);
            String wrong = name == null
                    ? "Không có tiêu chí hoặc nội dung “" + topic + "” trong việc này. Hãy chọn lại trong danh sách"
                    : check(own, view.place().addedTo(topic).orElseThrow().id(), sha256);
            if (wrong != null) {
                refusals.add(Refusal.ofRow("criterion", Objects.requireNonNullElse(name, topic), wrong));
            }
        }
        if (refusals.isEmpty() && bytes(own, sha256) + size > MOST_BYTES) {
            refusals.add(Refusal.of(
                    "file", "Minh chứng của việc này vượt 200 MB. Hãy xóa bớt hoặc nén tệp rồi tải lên lại"));
        }
        return refusals;
    }

    private static @Nullable String check(List<Evidence> own, String topic, String sha256) {
        List<Evidence> there =
                own.stream().filter(piece -> piece.topic().equals(topic)).toList();
        if (there.stream().anyMatch(piece -> piece.sha256().equals(sha256))) {
            return "Tệp này đã có ở đây rồi, không cần tải lên lần nữa";
        }
        return there.size() >= MOST_PIECES
                ? "Đã đủ " + MOST_PIECES + " tệp. Hãy xóa tệp không cần thiết hoặc gộp thành một tệp PDF"
                : null;
    }

    /** Of the files that are there, each counted once, without the one that is to be added. */
    private static long bytes(List<Evidence> own, String sha256) {
        return own.stream()
                .filter(piece -> !piece.sha256().equals(sha256))
                .collect(Collectors.toMap(Evidence::sha256, Evidence::size, (one, same) -> one))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
