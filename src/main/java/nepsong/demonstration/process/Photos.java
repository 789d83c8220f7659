package nepsong.demonstration.process;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import nepsong.crossinspection.FindingPhotoPolicy;
import nepsong.evidence.AddEvidence;
import nepsong.evidence.Citation;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.TaskEvidence;
import org.springframework.stereotype.Component;

/** Where a file is demanded, a drawn picture of a board is brought. It goes the way that every upload goes. */
@Component
class Photos {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private static final int LINES = 9;
    private static final Citation NOTHING_CITED = new Citation(null, null, null, null);

    private final TaskEvidence evidence;
    private final AddEvidence adding;

    Photos(TaskEvidence evidence, AddEvidence adding) {
        this.evidence = evidence;
        this.adding = adding;
    }

    /** @param findings how many are on the sheet that is about to be handed in */
    void bring(String task, String person, int findings) {
        evidence.of(task, person).filter(TaskEvidence.View::open).ifPresent(view -> {
            List<String> topics = new ArrayList<>(lacking(view));
            IntStream.rangeClosed(1, findings)
                    .mapToObj(FindingPhotoPolicy::topic)
                    .filter(topic -> !topics.contains(topic))
                    .forEach(topics::add);
            upload(task, person, topics);
        });
    }

    private static List<String> lacking(TaskEvidence.View view) {
        return view.place().topics().stream()
                .filter(topic -> topic.mayBeRequired() && topic.adds() != null)
                .filter(topic -> view.pieces().stream()
                        .noneMatch(piece -> piece.topic().equals(topic.id()) && piece.kind() == topic.adds()))
                .map(EvidencePlace.Topic::id)
                .toList();
    }

    private void upload(String task, String person, List<String> topics) {
        if (topics.isEmpty()) {
            return;
        }
        try {
            Path photo = Files.createTempFile("demonstration", ".png");
            try {
                ImageIO.write(board(task.hashCode()), "png", photo.toFile());
                var brought = adding.add(
                        task, person, new AddEvidence.Upload("Ảnh bảng niêm yết.png", photo, topics, NOTHING_CITED));
                if (brought.isEmpty() || brought.get().isRefused()) {
                    throw new IllegalStateException("no photo for " + topics + ": " + brought);
                }
            } finally {
                Files.deleteIfExists(photo);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
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
