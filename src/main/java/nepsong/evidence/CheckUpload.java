package nepsong.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of an upload whether it may be kept: name and content must agree on one of the types, and the content must be
 * what it claims and nothing besides. Reads files in pieces, whatever their size.
 */
@Component
class CheckUpload {

    /** Bytes. */
    static final long LARGEST = 20L << 20;

    private final Tika tika = new Tika();
    private final VirusScan viruses;

    CheckUpload(VirusScan viruses) {
        this.viruses = viruses;
    }

    /** @param refusal a sentence; null where the file may be kept */
    record Verdict(@Nullable String refusal, @Nullable CheckedFile file) {}

    /**
     * @param file  on disk, under a name of our own
     * @param shown an empty file of our own, for the copy that others see where one is needed
     */
    Verdict check(@Nullable String name, Path file, Path shown) throws IOException {
        try {
            return new Verdict(null, accept(FileNamePolicy.tidy(name), file, shown));
        } catch (Unacceptable refused) {
            return new Verdict(refused.sentence(), null);
        }
    }

    private CheckedFile accept(String name, Path file, Path shown) throws IOException, Unacceptable {
        String misnamed = FileNamePolicy.refusal(name);
        if (misnamed != null) {
            throw new Unacceptable(misnamed);
        }
        long size = Files.size(file);
        if (size == 0) {
            throw new Unacceptable("Tệp rỗng (0 byte). Hãy kiểm tra lại tệp gốc rồi tải lên lại");
        }
        if (size > LARGEST) {
            throw new Unacceptable("Tệp lớn hơn 20 MB. Hãy nén, tách tệp hoặc quét với độ phân giải thấp hơn");
        }
        FileType type = typeOf(name, file);
        Capture capture = null;
        Path copy = file;
        if (type == FileType.PDF) {
            PdfCheck.check(file);
        } else if (type.isImage()) {
            capture = ImageCheck.check(file, type, shown);
            copy = shown;
        } else {
            OfficeCheck.check(file, type);
        }
        viruses.check(file);
        return new CheckedFile(name, type, file, copy, capture);
    }

    private FileType typeOf(String name, Path file) throws IOException, Unacceptable {
        Optional<FileType> named = FileType.ofName(name);
        if (named.isEmpty()) {
            throw new Unacceptable("Loại tệp này không được nhận. Chỉ nhận " + FileType.ALL
                    + "; hãy lưu lại hoặc in ra PDF rồi tải lên lại");
        }
        String content;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            content = tika.detect(in);
        }
        if (!named.get().fits(content)) {
            throw new Unacceptable(
                    content.startsWith("application/x-tika-msoffice") || content.equals("application/x-ole-storage")
                            ? "Tệp có đặt mật khẩu hoặc ở định dạng cũ (.doc, .xls). Hãy bỏ mật khẩu, lưu lại thành .docx, .xlsx rồi tải lên lại"
                            : "Nội dung tệp không phải " + named.get()
                                    + " như tên tệp. Hãy mở tệp, lưu lại đúng định dạng rồi tải lên lại");
        }
        return named.get();
    }
}
