package nepsong.evidence;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A small JPEG of a photo or of a PDF's first page. One at a time: a page may need much memory to be drawn. */
@Component
public class PreviewEvidence {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewEvidence.class);
    private static final int LONGEST_SIDE = 900;

    private final StoredFiles files;
    private final Semaphore turn = new Semaphore(1);

    PreviewEvidence(StoredFiles files) {
        this.files = files;
    }

    /**
     * Empty for what has no preview, and for a file that cannot be drawn.
     *
     * @throws LostFileException where its content is not kept here
     */
    public Optional<byte[]> preview(Evidence piece) throws IOException {
        if (!piece.type().hasPreview()) {
            return Optional.empty();
        }
        Path file = Files.createTempFile("evidence-preview", ".tmp");
        turn.acquireUninterruptibly();
        try (InputStream content = files.open(piece.shownSha256())) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return piece.type() == FileType.PDF ? PdfPreview.firstPage(file, LONGEST_SIDE) : image(file);
        } catch (LostFileException lost) {
            throw lost;
        } catch (IOException | RuntimeException undrawable) {
            LOG.info("no preview of {}: {}", piece.id(), undrawable.toString());
            return Optional.empty();
        } finally {
            turn.release();
            Files.deleteIfExists(file);
        }
    }

    private static Optional<byte[]> image(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                ImageReadParam every = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LONGEST_SIDE);
                every.setSourceSubsampling(step, step, 0, 0);
                return Optional.of(jpeg(reader.read(0, every), orientation(file)));
            } finally {
                reader.dispose();
            }
        }
    }

    private static Orientation orientation(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(64);
            for (int i = 0; i + 14 < head.length; i++) {
                if (head[i] == 'E' && head[i + 1] == 'x' && head[i + 2] == 'i' && head[i + 3] == 'f') {
                    return Orientation.of(java.util.Arrays.copyOfRange(head, i + 6, head.length));
                }
            }
        }
        return new Orientation(1);
    }

    /** Small enough, on white, and turned as the photo is to be. */
    static byte[] jpeg(BufferedImage drawn, Orientation orientation) throws IOException {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(drawn.getWidth(), drawn.getHeight()));
        int width = Math.max(1, (int) Math.round(drawn.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(drawn.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(drawn, 0, 0, width, height, null);
        pen.dispose();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        if (!ImageIO.write(small, "jpg", plain)) {
            throw new IOException("no writer for JPEG");
        }
        byte[] bytes = plain.toByteArray();
        ByteArrayOutputStream turned = new ByteArrayOutputStream(bytes.length + 40);
        turned.write(bytes, 0, 2);
        turned.write(orientation.segment());
        turned.write(bytes, 2, bytes.length - 2);
        return turned.toByteArray();
    }
}
