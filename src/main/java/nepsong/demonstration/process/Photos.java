package nepsong.demonstration.process;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import nepsong.crossinspection.FindingPhotoPolicy;
import nepsong.evidence.Citation;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.TaskEvidence;
import org.springframework.stereotype.Component;

/** Where a file is demanded, a drawn picture of a board is brought. */
@Component
class Photos {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private static final int LINES = 9;
    private static final Citation NOTHING_CITED = new Citation(null, null, null, null);

    private final Courier courier;

    Photos(Courier courier) {
        this.courier = courier;
    }

    /** @param findings how many are on the sheet that is about to be handed in */
    void bring(TaskEvidence.View view, String person, int findings) {
        List<String> topics = new ArrayList<>(lacking(view));
        IntStream.rangeClosed(1, findings)
                .mapToObj(FindingPhotoPolicy::topic)
                .filter(topic -> !topics.contains(topic))
                .forEach(topics::add);
        if (!topics.isEmpty()) {
            String task = view.task().task().id();
            courier.bring(task, person, "Ảnh bảng niêm yết.png", png(board(task.hashCode())), topics, NOTHING_CITED);
        }
    }

    private static List<String> lacking(TaskEvidence.View view) {
        return view.place().topics().stream()
                .filter(topic -> topic.mayBeRequired() && topic.adds() != null)
                .filter(topic -> view.pieces().stream()
                        .noneMatch(piece -> piece.topic().equals(topic.id()) && piece.kind() == topic.adds()))
                .map(EvidencePlace.Topic::id)
                .toList();
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    /** A wall, a board on it, and lines of writing; its colours tell one picture from another. */
    private static BufferedImage board(int seed) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        float hue = Math.floorMod(seed, 360) / 360f;
        brush.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.15f, 0.95f), WIDTH, HEIGHT, Color.getHSBColor(hue, 0.25f, 0.7f)));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        brush.setColor(Color.getHSBColor(hue, 0.6f, 0.4f));
        brush.fillRoundRect(90, 50, 460, 320, 16, 16);
        brush.setColor(Color.WHITE);
        brush.fillRect(104, 64, 432, 292);
        brush.setColor(Color.getHSBColor(0.01f, 0.8f, 0.75f));
        brush.fillRect(180, 84, 280, 16);
        brush.setColor(Color.GRAY);
        for (int line = 0; line < LINES; line++) {
            brush.fillRect(130, 122 + line * 24, 380 - Math.floorMod(seed * (line + 3), 90), 7);
        }
        brush.dispose();
        return image;
    }
}
