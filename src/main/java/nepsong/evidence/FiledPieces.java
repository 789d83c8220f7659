package nepsong.evidence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

/** What was filed, as a form tells of it in the row of what it proves. */
public record FiledPieces(Map<String, List<Evidence>> byTopic) {

    public static FiledPieces of(List<Evidence> pieces) {
        return new FiledPieces(pieces.stream().collect(groupingBy(Evidence::topic)));
    }

    public int count(String topic) {
        return byTopic.getOrDefault(topic, List.of()).size();
    }

    /** Each piece as it is cited, with its file; empty where there is none. */
    public String words(String topic) {
        return byTopic.getOrDefault(topic, List.of()).stream()
                .map(FiledPieces::words)
                .collect(joining("; "));
    }

    private static String words(Evidence piece) {
        String cited = piece.citation().words();
        return cited.isEmpty() ? piece.fileName() : cited + " (" + piece.fileName() + ")";
    }
}
