package nepsong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import nepsong.evidence.GoodFiles.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gets in and what does not, on some three hundred files made here. */
class UploadCorpusTest {

    /** What lives at any moment while the files are judged, and when all have been. */
    private static final long MOST_GROWTH = 64L << 20;

    /** In all its buffers together, most of them dead before the next is made: a bomb read whole would ask for far more. */
    private static final long MOST_ASKED = 160L << 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final String DONT = "Hãy|Chỉ nhận";

    @TempDir
    Path folder;

    private final CheckUpload check = new CheckUpload(
            new VirusScan(new EvidenceSettings(EvidenceSettings.Store.DATABASE, Path.of("."), "", 3310)));
    private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long mostAsked;

    @Test
    void everyBadFileIsRefusedWithItsReasonAndWhatToDo() throws Exception {
        List<Sample> bad = BadFiles.all();
        List<String> wrong = new ArrayList<>();
        long grown;
        try (HeapWatch heap = HeapWatch.start(BETWEEN_LOOKS)) {
            for (Sample sample : bad) {
                String refusal = judge(sample).refusal();
                if (refusal == null || !refusal.contains(sample.expected()) || !refusal.matches(".*(" + DONT + ").*")) {
                    wrong.add(sample.name() + " [" + sample.expected() + "] → " + refusal);
                }
            }
            grown = heap.grown();
        }
        assertThat(bad).hasSizeGreaterThanOrEqualTo(200);
        assertThat(wrong).isEmpty();
        assertThat(mostAsked).as("bytes that one check asked for").isLessThan(MOST_ASKED);
        assertThat(grown).as("bytes of heap in use at the highest").isLessThan(MOST_GROWTH);
    }

    @Test
    void everyFileOfAnOfficeIsAccepted() throws Exception {
        List<Sample> good = GoodFiles.all();
        List<String> wrong = new ArrayList<>();
        long grown;
        try (HeapWatch heap = HeapWatch.start(BETWEEN_LOOKS)) {
            for (Sample sample : good) {
                CheckUpload.Verdict verdict = judge(sample);
                if (verdict.file() == null) {
                    wrong.add(sample.name() + " → " + verdict.refusal());
                }
            }
            grown = heap.grown();
        }
        assertThat(good)
                .filteredOn(sample -> sample.name().matches("(?i).*(docx|xlsx)"))
                .hasSizeGreaterThanOrEqualTo(50);
        assertThat(wrong).isEmpty();
        assertThat(mostAsked).as("bytes that one check asked for").isLessThan(MOST_ASKED);
        assertThat(grown).as("bytes of heap in use at the highest").isLessThan(MOST_GROWTH);
    }

    @Test
    void aNameInAnyUnicodeFormIsKeptComposed() throws Exception {
        String decomposed = java.text.Normalizer.normalize("Báo cáo quý II.pdf", java.text.Normalizer.Form.NFD);
        CheckedFile file = judge(new Sample(decomposed, GoodFiles.pdf(1), "")).file();
        assertThat(Objects.requireNonNull(file).name()).isEqualTo("Báo cáo quý II.pdf");
    }

    @Test
    void soItIsWithAPictureOfPoints() throws Exception {
        Path file = folder.resolve("file");
        Files.write(file, GoodFiles.locatedPng(GoodFiles.png(320, 200)));
        CheckedFile checked = Objects.requireNonNull(
                check.check("ảnh.png", file, folder.resolve("shown")).file());

        assertThat(Objects.requireNonNull(checked.capture()).takenAt())
                .isEqualTo(LocalDateTime.of(2023, 6, 5, 9, 30, 15));
        byte[] copy = Files.readAllBytes(checked.shown());
        assertThat(new String(copy, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("2023:06:05", "DienThoai", "eXIf", "tEXt", "iTXt");
        assertThat(ImageIO.read(new ByteArrayInputStream(copy)).getWidth()).isEqualTo(320);
    }

    @Test
    void aPhotosPlaceAndTimeAreKeptAsideAndNotInTheCopyOfOthers() throws Exception {
        byte[] taken = GoodFiles.located(GoodFiles.photo(320, 200, 4));
        Path shown = folder.resolve("shown");
        Path file = folder.resolve("file");
        Files.write(file, taken);
        CheckedFile checked =
                Objects.requireNonNull(check.check("ảnh.jpg", file, shown).file());

        assertThat(checked.capture())
                .isEqualTo(new Capture(
                        LocalDateTime.of(2023, 6, 5, 9, 30, 15),
                        new BigDecimal("21.028750"),
                        new BigDecimal("105.852500")));
        byte[] copy = Files.readAllBytes(checked.shown());
        var notes = ImageMetadataReader.readMetadata(new ByteArrayInputStream(copy));
        assertThat(notes.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(new String(copy, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("2023:06:05")
                .doesNotContain("DienThoai");
        assertThat(notes.getFirstDirectoryOfType(ExifIFD0Directory.class).getInt(ExifIFD0Directory.TAG_ORIENTATION))
                .as("still turned the right way")
                .isEqualTo(6);
        assertThat(ImageIO.read(new ByteArrayInputStream(copy)).getWidth()).isEqualTo(320);
    }

    /** Programs write the place a second time, in a packet of XML beside the camera's notes. */
    @Test
    void thePacketOfAProgramIsTakenOutOfAPhotoAsWell() throws Exception {
        byte[] photo = GoodFiles.packeted(GoodFiles.located(GoodFiles.photo(320, 200, 5)));
        assertThat(new String(photo, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("GPSLatitude", "xmp/extension");
        Path file = Files.write(folder.resolve("file"), photo);
        CheckedFile checked = Objects.requireNonNull(
                check.check("ảnh.jpg", file, folder.resolve("shown")).file());

        assertThat(Objects.requireNonNull(checked.capture()).latitude()).isEqualByComparingTo("21.028750");
        byte[] copy = Files.readAllBytes(checked.shown());
        assertThat(new String(copy, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("xmpmeta", "GPSLatitude", "2023-06-05", "2023:06:05", "DienThoai", "ns.adobe.com");
        assertThat(ImageIO.read(new ByteArrayInputStream(copy)).getWidth()).isEqualTo(320);
    }

    @Test
    void aVirusScannerThatDoesNotAnswerLetsNothingIn() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        CheckUpload guarded = new CheckUpload(new VirusScan(
                new EvidenceSettings(EvidenceSettings.Store.DATABASE, Path.of("."), "127.0.0.1", nobody)));
        Path file = Files.write(folder.resolve("a.pdf"), GoodFiles.pdf(1));
        assertThat(guarded.check("a.pdf", file, folder.resolve("b")).refusal()).contains("Chưa kiểm tra được vi-rút");
    }

    @Test
    void aVirusScannerIsAskedAndObeyed() throws Exception {
        Path file = Files.write(folder.resolve("a.pdf"), GoodFiles.pdf(1));
        for (String answer : List.of("stream: OK", "stream: Eicar-Signature FOUND")) {
            try (ServerSocket clamd = new ServerSocket(0)) {
                Thread scanner = new Thread(() -> answers(clamd, answer));
                scanner.start();
                CheckUpload guarded = new CheckUpload(new VirusScan(new EvidenceSettings(
                        EvidenceSettings.Store.DATABASE, Path.of("."), "127.0.0.1", clamd.getLocalPort())));
                String refusal =
                        guarded.check("a.pdf", file, folder.resolve("b")).refusal();
                scanner.join();
                if (answer.endsWith("OK")) {
                    assertThat(refusal).isNull();
                } else {
                    assertThat(refusal).contains("diệt vi-rút không chấp nhận");
                }
            }
        }
    }

    private static void answers(ServerSocket clamd, String answer) {
        try (var socket = clamd.accept();
                var in = new java.io.DataInputStream(socket.getInputStream())) {
            in.readNBytes("zINSTREAM\0".length());
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                in.skipNBytes(length);
            }
            socket.getOutputStream().write((answer + "\0").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private CheckUpload.Verdict judge(Sample sample) throws Exception {
        Path file = Files.write(folder.resolve("upload"), sample.content());
        Path shown = folder.resolve("shown");
        long before = memory.getThreadAllocatedBytes(Thread.currentThread().getId());
        CheckUpload.Verdict verdict = check.check(sample.name(), file, shown);
        mostAsked = Math.max(
                mostAsked, memory.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
        return verdict;
    }
}
