package nepsong.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nepsong.evidence.FileEnd.ArchiveEnd;

/** Whether a DOCX or XLSX is a document and nothing else: no macro, no embedded object, no bomb, no hidden entry. */
final class OfficeCheck {

    static final String BROKEN =
            "Tệp Word, Excel bị hỏng. Hãy mở bằng Word, Excel, chọn “Lưu thành” .docx, .xlsx rồi tải lên lại";
    private static final String BOMB =
            "Tệp bung ra quá lớn khi mở. Hãy bỏ bớt ảnh, trang tính thừa hoặc in ra PDF rồi tải lên lại";
    private static final int MOST_ENTRIES = 1_000;
    private static final int LARGEST_DIRECTORY = 1 << 20;
    /** What an archive made for large files writes between its directory and its end. */
    private static final int LARGE_ARCHIVE_RECORDS = 56 + 20;

    private OfficeCheck() {}

    static void check(Path file, FileType type) throws IOException, Unacceptable {
        check(file, type, true);
    }

    /** @param outer whether the file itself is meant, not one inside of it */
    private static void check(Path file, FileType type, boolean outer) throws IOException, Unacceptable {
        ArchiveEnd end = FileEnd.of(file).archiveEnd();
        if (end.entries() > MOST_ENTRIES || end.directorySize() > LARGEST_DIRECTORY) {
            throw new Unacceptable(BOMB);
        }
        if (end.entries() == 0
                || end.commentLength() > 0
                || end.endOffset() - end.directoryOffset() - end.directorySize() > LARGE_ARCHIVE_RECORDS
                || !beginsAsArchive(file)) {
            throw new Unacceptable(BROKEN);
        }
        OfficeEntries entries = new OfficeEntries(Files.size(file));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Set<String> folded = new HashSet<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!folded.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    throw new Unacceptable(BROKEN);
                }
                readEntry(zip, entry, entries, outer);
            }
            if (folded.size() != end.entries()) {
                throw new Unacceptable(BROKEN);
            }
        } catch (ZipException | IllegalArgumentException | EOFException broken) {
            throw new Unacceptable(BROKEN);
        }
        if (!entries.isOf(type)) {
            throw new Unacceptable("Nội dung tệp không phải " + type
                    + " như tên tệp. Hãy mở bằng Word, Excel, lưu lại đúng định dạng rồi tải lên lại");
        }
    }

    private static boolean beginsAsArchive(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(4);
            return first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4;
        }
    }

    private static void readEntry(ZipFile zip, ZipEntry entry, OfficeEntries entries, boolean outer)
            throws IOException, Unacceptable {
        try (InputStream content = zip.getInputStream(entry)) {
            if (!entries.isEmbeddedDocument(entry.getName())) {
                entries.read(entry, content);
                return;
            }
            // The data behind a chart is a workbook of its own: it is held to the same, and may hold no further one.
            if (!outer) {
                throw new Unacceptable(OfficeEntries.EMBEDDED);
            }
            Path inner = Files.createTempFile("evidence-inner", ".zip");
            try {
                entries.spool(content, inner);
                check(inner, entries.typeOf(entry.getName()), false);
            } finally {
                Files.deleteIfExists(inner);
            }
        }
    }
}
