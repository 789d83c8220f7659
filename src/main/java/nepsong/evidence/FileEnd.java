package nepsong.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** The last bytes of a file, where an archive would be read from and where a document must end. */
final class FileEnd {

    /** An archive's directory ends at most this far from the end of the file. */
    private static final int LONGEST = 22 + 65_535;

    private static final int DIRECTORY_END = 22;

    private final byte[] bytes;
    private final long fileSize;

    private FileEnd(byte[] bytes, long fileSize) {
        this.bytes = bytes;
        this.fileSize = fileSize;
    }

    static FileEnd of(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(LONGEST, file.length())];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            return new FileEnd(bytes, file.length());
        }
    }

    /** Whether a program would read an archive off the end of the file. */
    boolean isArchive() {
        return directoryEnd() >= 0;
    }

    /** Where the archive's closing record begins within the last bytes; −1 where there is none. */
    private int directoryEnd() {
        for (int i = bytes.length - DIRECTORY_END; i >= 0; i--) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
                return i;
            }
        }
        return -1;
    }

    /** The archive's closing record, where it is the very end of the file. */
    ArchiveEnd archiveEnd() throws Unacceptable {
        int at = directoryEnd();
        if (at < 0 || at + DIRECTORY_END + number(at + 20, 2) != bytes.length) {
            throw new Unacceptable(OfficeCheck.BROKEN);
        }
        return new ArchiveEnd(
                (int) number(at + 10, 2), number(at + 12, 4), number(at + 16, 4), fileSize - (bytes.length - at), (int)
                        number(at + 20, 2));
    }

    private long number(int at, int length) {
        long number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = number << 8 | bytes[at + i] & 0xFF;
        }
        return number;
    }

    /**
     * @param entries         how many there are
     * @param directorySize   bytes
     * @param directoryOffset from the beginning of the file, as the record says
     * @param endOffset       of the record itself
     * @param commentLength   bytes behind the record
     */
    record ArchiveEnd(int entries, long directorySize, long directoryOffset, long endOffset, int commentLength) {}

    /** The last place of an ASCII text, counted from the end of the file; −1 where it is not among the last bytes. */
    int distanceOfLast(String text) {
        for (int i = bytes.length - text.length(); i >= 0; i--) {
            int same = 0;
            while (same < text.length() && bytes[i + same] == text.charAt(same)) {
                same++;
            }
            if (same == text.length()) {
                return bytes.length - i;
            }
        }
        return -1;
    }

    /** Whether nothing but blanks follows that place. */
    boolean isBlankAfter(int distance) {
        for (int i = bytes.length - distance; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b != 0 && b != ' ' && b != '\r' && b != '\n' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
