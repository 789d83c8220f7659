package nepsong.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** Reads the entries of one document in turn, counts what they unpack to, and looks into each for what may not be there. */
final class OfficeEntries {

    static final String EMBEDDED =
            "Tệp có nhúng tệp hoặc đối tượng khác bên trong. Hãy bỏ đối tượng nhúng (dán thành ảnh) hoặc in ra PDF rồi tải lên lại";
    private static final String MACRO =
            "Tệp có chứa macro (mã lệnh). Hãy lưu lại thành .docx, .xlsx không có macro rồi tải lên lại";
    private static final String PATHS =
            "Tệp có đường dẫn bất thường bên trong. Hãy lưu lại bằng Word, Excel rồi tải lên lại";
    private static final String LINKED =
            "Tệp lấy nội dung từ nơi khác khi mở (mẫu, liên kết động). Hãy bỏ liên kết hoặc in ra PDF rồi tải lên lại";
    private static final String BOMB =
            "Tệp bung ra quá lớn khi mở. Hãy bỏ bớt ảnh, trang tính thừa hoặc in ra PDF rồi tải lên lại";
    private static final long LARGEST_TOTAL = 200L << 20;
    /** An entry of this size may unpack to a hundred times its own. */
    private static final long SMALL = 1L << 20;

    private static final int HIGHEST_RATIO = 100;
    private static final Pattern MACROS = Pattern.compile("(?i).*(vbaproject|vbadata|/macros?/|macrosheets/).*");
    private static final Pattern OBJECTS = Pattern.compile("(?i).*(oleobject|activex|/embeddings/|encryptedpackage).*");
    private static final Pattern DOCUMENTS = Pattern.compile("(?i)(word|xl|ppt)/embeddings/[^/]+\\.(docx|xlsx)");
    private static final ForbiddenText IN_XML = new ForbiddenText(
            "<!doctype", "<!entity", "ddeauto", "<script", "javascript:", "relationships/attachedtemplate");
    private static final ForbiddenText IN_TYPES =
            new ForbiddenText("macroenabled", "vbaproject", "oleobject", "activex");
    private static final ForbiddenText WORD = new ForbiddenText("wordprocessingml.document.main+xml");
    private static final ForbiddenText EXCEL = new ForbiddenText("spreadsheetml.sheet.main+xml");
    private static final int LARGEST_TYPES = 1 << 20;

    private final long fileSize;
    private long total;
    private boolean word;
    private boolean excel;

    OfficeEntries(long fileSize) {
        this.fileSize = fileSize;
    }

    boolean isOf(FileType type) {
        return type == FileType.DOCX ? word && !excel : excel && !word;
    }

    boolean isEmbeddedDocument(String name) {
        return DOCUMENTS.matcher(name).matches();
    }

    FileType typeOf(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("docx") ? FileType.DOCX : FileType.XLSX;
    }

    void read(ZipEntry entry, InputStream content) throws IOException, Unacceptable {
        String name = entry.getName();
        checkName(name);
        Counted counted = new Counted(content);
        try {
            if (name.equals("[Content_Types].xml")) {
                types(counted);
            } else if (isXml(name)) {
                xml(counted);
            }
            counted.transferTo(OutputStream.nullOutputStream());
        } catch (TooLarge bomb) {
            throw new Unacceptable(BOMB);
        }
    }

    void spool(InputStream content, Path to) throws IOException, Unacceptable {
        try {
            Files.copy(new Counted(content), to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (TooLarge bomb) {
            throw new Unacceptable(BOMB);
        }
    }

    private static void checkName(String name) throws Unacceptable {
        if (name.startsWith("/")
                || name.contains("..")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || name.chars().anyMatch(letter -> letter < ' ')) {
            throw new Unacceptable(PATHS);
        }
        if (MACROS.matcher(name).matches()) {
            throw new Unacceptable(MACRO);
        }
        if (OBJECTS.matcher(name).matches()) {
            throw new Unacceptable(EMBEDDED);
        }
    }

    private static boolean isXml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
    }

    private void types(InputStream content) throws IOException, Unacceptable {
        byte[] types = content.readNBytes(LARGEST_TYPES);
        if (IN_TYPES.find(new java.io.ByteArrayInputStream(types)) != null) {
            throw new Unacceptable(MACRO);
        }
        if (IN_XML.find(new java.io.ByteArrayInputStream(types)) != null) {
            throw new Unacceptable(LINKED);
        }
        word = WORD.find(new java.io.ByteArrayInputStream(types)) != null;
        excel = EXCEL.find(new java.io.ByteArrayInputStream(types)) != null;
    }

    private static void xml(InputStream content) throws IOException, Unacceptable {
        content = new java.io.BufferedInputStream(content);
        content.mark(2);
        int first = content.read();
        int second = content.read();
        content.reset();
        boolean twoBytes = first == 0xFE || first == 0xFF || first == 0 || second == 0;
        if (twoBytes || IN_XML.find(content) != null) {
            throw new Unacceptable(LINKED);
        }
    }

    /** Ends the reading of what unpacks beyond all measure. */
    private static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private final class Counted extends FilterInputStream {

        private long read;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int count = super.read(to, offset, length);
            if (count > 0) {
                read += count;
                total += count;
                if (total > LARGEST_TOTAL || read > SMALL && total > fileSize * HIGHEST_RATIO) {
                    throw new TooLarge();
                }
            }
            return count;
        }

        @Override
        public void close() {
            // The archive goes on with its next entry.
        }
    }
}
