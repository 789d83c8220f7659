package nepsong.evidence;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Copies a PNG without texts, times, camera notes and whatever follows the picture. */
final class PngCopy {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final long MOST_PIXELS = 120_000_000;
    private static final int LARGEST_NOTES = 1 << 20;
    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs");

    private PngCopy() {}

    /** @return the camera's own notes (Exif); empty where there are none */
    static byte[] copy(Path from, Path to) throws IOException, Unacceptable {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            return copy(in, out);
        } catch (EOFException cut) {
            throw new Unacceptable(ImageCheck.BROKEN);
        }
    }

    private static byte[] copy(DataInputStream in, DataOutputStream out) throws IOException, Unacceptable {
        if (in.readLong() != SIGNATURE) {
            throw new Unacceptable(ImageCheck.BROKEN);
        }
        out.writeLong(SIGNATURE);
        byte[] exif = {};
        String name = "";
        for (boolean first = true; !name.equals("IEND"); first = false) {
            int length = in.readInt();
            name = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            if (length < 0 || first != name.equals("IHDR") || !name.matches("[A-Za-z]{4}")) {
                throw new Unacceptable(ImageCheck.BROKEN);
            }
            if (KEPT.contains(name)) {
                keep(in, out, name, length);
            } else if (Character.isUpperCase(name.charAt(0))) {
                throw new Unacceptable(ImageCheck.BROKEN);
            } else if (name.equals("eXIf") && length <= LARGEST_NOTES) {
                exif = in.readNBytes(length);
                in.skipNBytes(4);
            } else {
                in.skipNBytes(length + 4L);
            }
        }
        return exif;
    }

    private static void keep(DataInputStream in, DataOutputStream out, String name, int length)
            throws IOException, Unacceptable {
        out.writeInt(length);
        out.write(name.getBytes(StandardCharsets.ISO_8859_1));
        int rest = length + 4;
        if (name.equals("IHDR")) {
            int width = in.readInt();
            int height = in.readInt();
            if (length != 13 || width <= 0 || height <= 0) {
                throw new Unacceptable(ImageCheck.BROKEN);
            }
            if ((long) width * height > MOST_PIXELS) {
                throw new Unacceptable(ImageCheck.HUGE);
            }
            out.writeInt(width);
            out.writeInt(height);
            rest -= 8;
        }
        byte[] buffer = new byte[8_192];
        while (rest > 0) {
            int read = in.read(buffer, 0, Math.min(rest, buffer.length));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            rest -= read;
        }
    }
}
