package nepsong.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Whether a PDF is nothing but pages to look at: no script, no attachment, no password, and no other file behind it. */
final class PdfCheck {

    private static final String BROKEN =
            "Tệp PDF bị hỏng hoặc không trọn vẹn. Hãy mở bằng phần mềm đọc PDF, in lại ra PDF rồi tải lên lại";
    private static final String MIXED =
            "Tệp PDF có gắn thêm nội dung của loại tệp khác. Hãy in lại ra PDF rồi tải lên lại";
    private static final String BOMB =
            "Tệp PDF bung ra quá lớn khi mở. Hãy quét lại với độ phân giải 200–300 dpi rồi tải lên lại";
    private static final long LARGEST_STREAM = 160L << 20;
    private static final long LARGEST_TOTAL = 600L << 20;
    private static final int BUFFER = 16 * 1024;
    /** A book of a thousand pages has some thousands. */
    private static final int MOST_STREAMS = 10_000;

    private final PdfNames names = new PdfNames();
    private final byte[] buffer = new byte[BUFFER];
    private boolean unreadable;
    private long total;
    private int streams;

    private PdfCheck() {}

    static void check(Path file) throws IOException, Unacceptable {
        FileEnd end = FileEnd.of(file);
        int finish = end.distanceOfLast("%%EOF");
        if (finish < 0 || end.distanceOfLast("startxref") < 0) {
            throw new Unacceptable(BROKEN);
        }
        if (!end.isBlankAfter(finish - "%%EOF".length()) || end.isArchive()) {
            throw new Unacceptable(MIXED);
        }
        try (InputStream head = Files.newInputStream(file)) {
            byte[] first = head.readNBytes(5);
            if (!new String(first, java.nio.charset.StandardCharsets.ISO_8859_1).equals("%PDF-")) {
                throw new Unacceptable(MIXED);
            }
        }
        if (new ForbiddenText("<script", "<html", "<!doctype html").find(headOf(file)) != null) {
            throw new Unacceptable(MIXED);
        }
        try (FileChannel channel = FileChannel.open(file)) {
            new PdfCheck().readThrough(file, channel);
        }
    }

    private static InputStream headOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new java.io.ByteArrayInputStream(in.readNBytes(2_048));
        }
    }

    private void readThrough(Path file, FileChannel channel) throws IOException, Unacceptable {
        long position = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                position++;
                if (names.next(b)) {
                    inflate(channel.position(position), names.streamHoldsObjects());
                }
            }
        }
        judge(names);
        if (unreadable) {
            throw new Unacceptable(BROKEN);
        }
    }

    private static void judge(PdfNames names) throws Unacceptable {
        if (names.isEncrypted()) {
            throw new Unacceptable(
                    "Tệp PDF có đặt mật khẩu hoặc hạn chế quyền nên không kiểm tra được. Hãy bỏ mật khẩu rồi tải lên lại");
        }
        if (names.active() != null) {
            throw new Unacceptable(
                    "Tệp PDF có mã lệnh, tệp đính kèm hoặc biểu mẫu tự chạy. Hãy in lại ra PDF rồi tải lên lại");
        }
    }

    /** Reads what a stream unpacks to, for the same names; other packings than the usual are not read. */
    private void inflate(FileChannel at, boolean holdsObjects) throws IOException, Unacceptable {
        InputStream raw = new BufferedInputStream(Channels.newInputStream(at), 4_096);
        raw.mark(2);
        int first = raw.read();
        int second = raw.read();
        raw.reset();
        if ((first & 0x0F) != 8 || (first << 8 | second) % 31 != 0) {
            unreadable |= holdsObjects;
            return;
        }
        if (++streams > MOST_STREAMS) {
            throw new Unacceptable(BOMB);
        }
        unpack(raw, holdsObjects);
    }

    /** Every byte counts as soon as it is there: a stream that breaks off has cost as much as a whole one. */
    private void unpack(InputStream raw, boolean holdsObjects) throws IOException, Unacceptable {
        Inflater inflater = new Inflater();
        PdfNames inside = new PdfNames();
        long size = 0;
        try {
            InputStream in = new InflaterInputStream(raw, inflater, 4_096);
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                total += read;
                if (size > LARGEST_STREAM || total > LARGEST_TOTAL) {
                    throw new Unacceptable(BOMB);
                }
                for (int i = 0; i < read; i++) {
                    inside.next(buffer[i] & 0xFF);
                }
            }
        } catch (ZipException | java.io.EOFException damaged) {
            // Some programs cut the last bytes off; what holds objects has to be whole.
            unreadable |= holdsObjects;
        } finally {
            inflater.end();
        }
        judge(inside);
    }
}
