package nepsong.evidence;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Copies a JPEG without what the camera and others wrote into it: position, time, device, comments, and whatever follows
 * the picture. The picture itself is copied as it is; how it is to be turned is kept.
 */
final class JpegCopy {

    private static final long MOST_PIXELS = 120_000_000;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COLOURS = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final String BROKEN = ImageCheck.BROKEN;

    private final InputStream in;
    private final OutputStream out;
    private byte[] exif = {};
    private boolean sized;

    private JpegCopy(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** @return the camera's own notes (Exif, from its TIFF header on); empty where there are none */
    static byte[] copy(Path from, Path to) throws IOException, Unacceptable {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(from));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            JpegCopy copy = new JpegCopy(in, out);
            copy.run();
            return copy.exif;
        }
    }

    private void run() throws IOException, Unacceptable {
        if (in.read() != 0xFF || in.read() != 0xD8) {
            throw new Unacceptable(BROKEN);
        }
        out.write(0xFF);
        out.write(0xD8);
        int marker = nextMarker();
        while (marker != 0xD9) {
            if (isAlone(marker)) {
                throw new Unacceptable(BROKEN);
            }
            segment(marker);
            marker = marker == 0xDA ? picture() : nextMarker();
        }
        if (!sized) {
            throw new Unacceptable(BROKEN);
        }
        out.write(0xFF);
        out.write(0xD9);
    }

    private static boolean isAlone(int marker) {
        return marker >= 0xD0 && marker <= 0xD8 || marker == 0x01 || marker == 0x00;
    }

    private int nextMarker() throws IOException, Unacceptable {
        int b = in.read();
        if (b != 0xFF) {
            throw new Unacceptable(BROKEN);
        }
        while (b == 0xFF) {
            b = in.read();
        }
        if (b < 0) {
            throw new Unacceptable(BROKEN);
        }
        return b;
    }

    private void segment(int marker) throws IOException, Unacceptable {
        int length = in.read() << 8 | in.read();
        if (length < 2) {
            throw new Unacceptable(BROKEN);
        }
        byte[] content = in.readNBytes(length - 2);
        if (content.length != length - 2) {
            throw new Unacceptable(BROKEN);
        }
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            measure(content);
        }
        if (marker == 0xE1 && startsWith(content, EXIF)) {
            if (exif.length == 0) {
                exif = Arrays.copyOfRange(content, EXIF.length, content.length);
                out.write(Orientation.of(exif).segment());
            }
        } else if (isKept(marker, content)) {
            out.write(0xFF);
            out.write(marker);
            out.write(length >> 8);
            out.write(length);
            out.write(content);
        }
    }

    private void measure(byte[] frame) throws Unacceptable {
        if (frame.length < 6) {
            throw new Unacceptable(BROKEN);
        }
        long height = (frame[1] & 0xFF) << 8 | frame[2] & 0xFF;
        long width = (frame[3] & 0xFF) << 8 | frame[4] & 0xFF;
        if (width * height > MOST_PIXELS) {
            throw new Unacceptable(ImageCheck.HUGE);
        }
        sized = width > 0 && height > 0;
    }

    private static boolean isKept(int marker, byte[] content) {
        return switch (marker) {
            case 0xE0 -> true;
            case 0xE2 -> startsWith(content, COLOURS);
            case 0xEE -> startsWith(content, ADOBE);
            default -> marker < 0xE0 || marker > 0xEF && marker != 0xFE;
        };
    }

    /** @return the marker that ends this part of the picture */
    private int picture() throws IOException, Unacceptable {
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b != 0xFF) {
                out.write(b);
                continue;
            }
            int next = in.read();
            while (next == 0xFF) {
                next = in.read();
            }
            if (next == 0 || next >= 0xD0 && next <= 0xD7) {
                out.write(0xFF);
                out.write(next);
            } else if (next >= 0) {
                return next;
            }
        }
        throw new Unacceptable(BROKEN);
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }
}
