package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where inspectors have been.
 *
 * @param rooms    rooms and parts of the unit that they looked at, each with a remark where they had one
 * @param position latitude and longitude in degrees, where the visit began; null where nobody took it
 * @param accuracy of the position, in metres; null where it is not known
 * @param reason   why there is no position, or why it is no better than a hundred metres; empty where it is
 */
public record Whereabouts(List<String> rooms, @Nullable String position, @Nullable Integer accuracy, String reason) {

    public static final Whereabouts UNKNOWN = new Whereabouts(List.of(), null, null, "");

    public Whereabouts {
        rooms = List.copyOf(rooms);
    }

    /** For the minutes; none where nothing is known. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (!rooms.isEmpty()) {
            sentences.add("Phòng, bộ phận được kiểm tra:");
            rooms.forEach(room -> sentences.add("- " + room));
        }
        if (position != null || !reason.isEmpty()) {
            sentences.add("Vị trí khi bắt đầu (GPS): "
                    + (position == null ? "không ghi" : position)
                    + (accuracy == null ? "" : ", sai số %d m".formatted(accuracy))
                    + (reason.isEmpty() ? "" : " (" + reason.replaceFirst("[.\\s]+$", "") + ")")
                    + ".");
        }
        return sentences;
    }
}
