package nepsong.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import nepsong.evidence.GoodFiles.Sample;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that must not get in, of every kind, each with a piece of the sentence that refuses it. */
final class BadFiles {

    private static final byte[] HTML =
            "<html><script>alert(document.cookie)</script></html>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SVG =
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EXE =
            ("MZ" + "\0".repeat(58) + "@\0\0\0PE\0\0 This program").getBytes(StandardCharsets.ISO_8859_1);
    private static final List<String> ENDINGS = List.of("pdf", "jpg", "png", "docx", "xlsx");

    private final List<Sample> samples = new ArrayList<>();
    private final byte[] word = GoodFiles.word(1);
    private final byte[] excel = GoodFiles.excel(1);
    private final byte[] pdf = GoodFiles.pdf(2);
    private final byte[] photo = GoodFiles.photo(200, 150, 1);
    private final byte[] png = GoodFiles.png(200, 150);

    private BadFiles() throws Exception {}

    static List<Sample> all() throws Exception {
        BadFiles files = new BadFiles();
        files.names();
        files.disguises();
        files.damaged();
        files.mixed();
        files.activePdfs();
        files.macros();
        files.archives();
        files.bombs();
        files.encrypted();
        return files.samples;
    }

    private void add(String name, byte[] content, String expected) {
        samples.add(new Sample(name, content, expected));
    }

    private byte[] good(String ending) {
        return switch (ending) {
            case "pdf" -> pdf;
            case "jpg" -> photo;
            case "png" -> png;
            case "docx" -> word;
            default -> excel;
        };
    }

    private void names() {
        for (String ending : ENDINGS) {
            byte[] content = good(ending);
            add("../../etc/" + ending + "." + ending, content, "đường dẫn");
            add("C:\\Users\\a\\anh." + ending, content, "đường dẫn");
            add("thu/muc/anh." + ending, content, "đường dẫn");
            add("..\\anh." + ending, content, "đường dẫn");
            add("anh\0.exe." + ending, content, "ký tự ẩn");
            add("anh\u202Efdp." + ending, content, "ký tự ẩn");
            add("anh\u2067cod." + ending, content, "ký tự ẩn");
            add("an\u200Bh." + ending, content, "ký tự ẩn");
            add("dòng\r\nSet-Cookie." + ending, content, "ký tự ẩn");
            add("a".repeat(300) + "." + ending, content, "dài quá");
            add("ộ".repeat(151) + "." + ending, content, "dài quá");
            add("con." + ending, content, "máy tính không dùng được");
            add("a<b>." + ending, content, "máy tính không dùng được");
            add("hoa-don.exe." + ending, content, "đuôi của một chương trình");
            add("trang.html." + ending, content, "đuôi của một chương trình");
            add("   ", content, "không có tên");
            add(" ." + ending, content, "không có tên");
        }
    }

    private void disguises() {
        for (String ending : ENDINGS) {
            add("giả." + ending, HTML, "không phải");
            add("giả2." + ending, SVG, "không phải");
            add("giả3." + ending, EXE, "không phải");
            add("giả4." + ending, "chỉ là chữ".getBytes(StandardCharsets.UTF_8), "không phải");
            add("giả5." + ending, "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8), "không phải");
            add("giả6." + ending, "<?php system($_GET['a']); ?>".getBytes(StandardCharsets.UTF_8), "không phải");
            add("rỗng." + ending, new byte[0], "rỗng");
            for (String other : ENDINGS) {
                boolean both = (ending + other).matches("docxxlsx|xlsxdocx");
                if (!other.equals(ending)) {
                    add(
                            "lẫn-" + other + "." + ending,
                            good(other),
                            both ? "không phải " + ending.toUpperCase() : "không phải");
                }
            }
        }
        for (String ending :
                List.of("exe", "js", "html", "svg", "docm", "xlsm", "doc", "xls", "zip", "rar", "php", "gif", "")) {
            add("tệp" + (ending.isEmpty() ? "" : "." + ending), pdf, "không được nhận");
        }
        add("lớn.pdf", GoodFiles.join(pdf, new byte[21 << 20]), "20 MB");
    }

    private void damaged() {
        Random random = new Random(3);
        for (String ending : ENDINGS) {
            byte[] content = good(ending);
            for (int i = 0; i < 3; i++) {
                int length = 200 + random.nextInt(content.length - 400);
                add("cụt%d.%s".formatted(i, ending), Arrays.copyOf(content, length), "hỏng");
            }
        }
    }

    private void mixed() throws IOException {
        byte[] zip = zip(Map.of("a.txt", HTML));
        add("pdf-zip.pdf", GoodFiles.join(pdf, zip), "gắn thêm");
        add("pdf-html.pdf", GoodFiles.join(pdf, HTML), "gắn thêm");
        add("html-pdf.pdf", GoodFiles.join("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), HTML, pdf), "gắn thêm");
        add("đầu-pdf.pdf", GoodFiles.join(HTML, pdf), "");
        add("zip-trong-pdf.pdf", GoodFiles.join(pdf, zip, "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)), "gắn thêm");
        add("jpg-zip.jpg", GoodFiles.join(photo, zip), "gắn thêm");
        add("jpg-html.jpg", GoodFiles.join(photo, HTML), "gắn thêm");
        add("jpg-svg.jpg", GoodFiles.join(photo, SVG), "gắn thêm");
        add("jpg-pdf.jpg", GoodFiles.join(photo, pdf), "gắn thêm");
        add(
                "jpg-ghi-chú.jpg",
                GoodFiles.join(Arrays.copyOf(photo, 2), comment(HTML), Arrays.copyOfRange(photo, 2, photo.length)),
                "gắn thêm");
        add("jpg-docx.jpg", GoodFiles.join(photo, word), "gắn thêm");
        add("png-zip.png", GoodFiles.join(png, zip), "gắn thêm");
        add("png-html.png", GoodFiles.join(png, HTML), "gắn thêm");
        add("png-php.png", GoodFiles.join(png, "<?php eval(1); ?>".getBytes(StandardCharsets.US_ASCII)), "gắn thêm");
        add("png-xlsx.png", GoodFiles.join(png, excel), "gắn thêm");
        add("docx-exe.docx", GoodFiles.join(word, EXE), "hỏng");
        add("exe-docx.docx", GoodFiles.join(EXE, word), "");
        add("xlsx-html.xlsx", GoodFiles.join(excel, HTML), "hỏng");
        add("html-xlsx.xlsx", GoodFiles.join(HTML, excel), "");
    }

    private static byte[] comment(byte[] text) {
        return GoodFiles.join(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (text.length + 2)}, text);
    }

    private void activePdfs() throws IOException {
        for (String name : List.of(
                "/JavaScript",
                "/J#61vaScript",
                "/Launch",
                "/L#61unch",
                "/EmbeddedFile",
                "/RichMedia",
                "/SubmitForm",
                "/ImportData",
                "/GoToE",
                "/XFA")) {
            String object = "\n9 0 obj\n<< /Type /Action /S %s /X (1) >>\nendobj\n".formatted(name);
            add(
                    "lệnh%s.pdf".formatted(name.replace('/', '-')),
                    beforeEnd(object.getBytes(StandardCharsets.US_ASCII)),
                    "mã lệnh");
            add("lệnh-nén%s.pdf".formatted(name.replace('/', '-')), beforeEnd(packed(name)), "mã lệnh");
        }
        add(
                "js.pdf",
                save(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))),
                "mã lệnh");
        add("chạy.pdf", save(document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch())), "mã lệnh");
        add(
                "tệp-kèm.pdf",
                save(document -> {
                    PDComplexFileSpecification file = new PDComplexFileSpecification();
                    file.setEmbeddedFile(new org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile(
                            document, new ByteArrayInputStream(EXE)));
                    document.getDocumentCatalog().getCOSObject().setItem("AF", file.getCOSObject());
                }),
                "mã lệnh");
    }

    private byte[] packed(String name) {
        byte[] inside = "9 0 << /Type /Action /S %s /X (1) >>".formatted(name).getBytes(StandardCharsets.US_ASCII);
        byte[] deflated = deflate(inside);
        return GoodFiles.join(
                "\n9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\r\n"
                        .formatted(deflated.length)
                        .getBytes(StandardCharsets.US_ASCII),
                deflated,
                "\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] deflate(byte[] plain) {
        try {
            return GoodFiles.bytes(out -> {
                try (OutputStream deflating = new DeflaterOutputStream(out)) {
                    deflating.write(plain);
                }
            });
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private byte[] beforeEnd(byte[] object) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf("startxref");
        return GoodFiles.join(Arrays.copyOf(pdf, at), object, Arrays.copyOfRange(pdf, at, pdf.length));
    }

    interface Edit {
        void on(PDDocument document) throws IOException;
    }

    private static byte[] save(Edit edit) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            edit.on(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private void macros() throws IOException {
        for (String ending : List.of("docx", "xlsx")) {
            byte[] content = good(ending);
            String root = ending.equals("docx") ? "word/" : "xl/";
            for (String entry : List.of(
                    root + "vbaProject.bin", "VBAPROJECT.BIN", root + "vbaData.xml", root + "macrosheets/sheet1.xml")) {
                add("macro-%s.%s".formatted(entry.replace('/', '-'), ending), with(content, entry, HTML), "macro");
            }
            for (String entry : List.of(
                    root + "embeddings/oleObject1.bin",
                    root + "activeX/activeX1.xml",
                    root + "embeddings/a.exe",
                    "EncryptedPackage")) {
                add("nhúng-%d.%s".formatted(samples.size(), ending), with(content, entry, EXE), "nhúng");
            }
            for (String entry :
                    List.of("../a.xml", "/etc/passwd", "C:/a.txt", root + "..\\a.xml", root + "a\u0001.xml")) {
                add("đường-%d.%s".formatted(samples.size(), ending), with(content, entry, HTML), "đường dẫn");
            }
            for (String text : List.of(
                    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                    "<w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe</w:instrText>",
                    "<a><script>alert(1)</script></a>",
                    "<Relationship Type='http://x/relationships/attachedTemplate' Target='http://x/a.dotm' TargetMode='External'/>")) {
                add(
                        "xml-%d.%s".formatted(samples.size(), ending),
                        with(content, root + "extra.xml", text.getBytes(StandardCharsets.UTF_8)),
                        "nơi khác");
                add(
                        "xml16-%d.%s".formatted(samples.size(), ending),
                        with(content, root + "extra.xml", text.getBytes(StandardCharsets.UTF_16)),
                        "nơi khác");
            }
            add("kiểu-macro.%s".formatted(ending), replaced(content, "main+xml", "macroEnabled.main+xml"), "macro");
            add("trong-docx.%s".formatted(ending), with(content, root + "embeddings/trong.docx", nested()), "macro");
            add(
                    "không-kiểu.%s".formatted(ending),
                    zip(Map.of("a.xml", "<a/>".getBytes(StandardCharsets.UTF_8))),
                    "không phải");
        }
    }

    private byte[] nested() throws IOException {
        return with(word, "word/vbaProject.bin", HTML);
    }

    private void archives() throws IOException {
        for (String ending : List.of("docx", "xlsx")) {
            Map<String, byte[]> many = new LinkedHashMap<>();
            for (int i = 0; i < 1_100; i++) {
                many.put("word/a%d.xml".formatted(i), new byte[] {'<', 'a', '/', '>'});
            }
            add("nhiều.%s".formatted(ending), zip(many), "quá lớn");
            byte[] content = good(ending);
            add("ghi-chú.%s".formatted(ending), commented(content), "hỏng");
            add("trùng.%s".formatted(ending), with(content, "[CONTENT_TYPES].xml", HTML), "hỏng");
        }
    }

    private static byte[] commented(byte[] zip) {
        byte[] changed = GoodFiles.join(zip, "MZ".getBytes(StandardCharsets.US_ASCII));
        changed[zip.length - 2] = 2;
        return changed;
    }

    private void bombs() throws IOException {
        for (String ending : List.of("docx", "xlsx")) {
            byte[] content = good(ending);
            add("bom-tỷ-lệ.%s".formatted(ending), with(content, "word/media/a.emf", new byte[30 << 20]), "quá lớn");
            add("bom-xml.%s".formatted(ending), with(content, "word/b.xml", spaces(30 << 20)), "quá lớn");
            add("bom-200.%s".formatted(ending), bomb(content), "quá lớn");
        }
        byte[] deflated = bytes(200 << 20);
        add(
                "bom.pdf",
                beforeEnd(GoodFiles.join(
                        "\n9 0 obj\n<< /Filter /FlateDecode >>\nstream\n".getBytes(StandardCharsets.US_ASCII),
                        deflated,
                        "\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII))),
                "quá lớn");
        add("bom-hỏng.pdf", beforeEnd(brokenBombs()), "quá lớn");
        add("bom-vụn.pdf", beforeEnd(crumbs()), "quá lớn");
        byte[] wide = png.clone();
        wide[16] = 0;
        wide[17] = 1;
        wide[20] = 0;
        wide[21] = 1;
        add("rộng.png", wide, "điểm ảnh");
        byte[] broad = photo.clone();
        int frame = 0;
        while (!((broad[frame] & 0xFF) == 0xFF && (broad[frame + 1] & 0xFF) == 0xC0)) {
            frame++;
        }
        Arrays.fill(broad, frame + 5, frame + 9, (byte) 0xF0);
        add("rộng.jpg", broad, "điểm ảnh");
    }

    /** Each unpacks to less than one stream may, and breaks off before it has told its size. */
    private static byte[] brokenBombs() throws IOException {
        byte[] whole = bytes(120 << 20);
        byte[] broken = Arrays.copyOf(whole, whole.length - 64);
        Arrays.fill(broken, broken.length - 64, broken.length, (byte) 0xFF);
        byte[] all = new byte[0];
        for (int i = 0; i < 8; i++) {
            all = GoodFiles.join(all, "\n<</Type /ObjStm>>stream\n".getBytes(StandardCharsets.US_ASCII), broken);
        }
        return all;
    }

    private static byte[] crumbs() throws IOException {
        byte[] crumb = GoodFiles.join("stream\n".getBytes(StandardCharsets.US_ASCII), bytes(1));
        byte[] all = new byte[crumb.length * 30_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = crumb[i % crumb.length];
        }
        return all;
    }

    private static byte[] spaces(int length) {
        byte[] spaces = new byte[length];
        Arrays.fill(spaces, (byte) ' ');
        return spaces;
    }

    /** Many entries, none of them out of proportion until they are added up. */
    private static byte[] bomb(byte[] content) throws IOException {
        byte[] noise = new byte[1 << 18];
        new Random(5).nextBytes(noise);
        return edited(content, zip -> {
            for (int i = 0; i < 8; i++) {
                zip.putNextEntry(new ZipEntry("word/media/b%d.bin".formatted(i)));
                zip.write(noise);
                byte[] zeros = new byte[1 << 20];
                for (int j = 0; j < 27; j++) {
                    zip.write(zeros);
                }
                zip.closeEntry();
            }
        });
    }

    private static byte[] bytes(int length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream deflating = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < length >> 20; i++) {
                deflating.write(zeros);
            }
        }
        return out.toByteArray();
    }

    private void encrypted() throws Exception {
        for (EncryptionMode mode : List.of(EncryptionMode.standard, EncryptionMode.agile)) {
            for (String ending : List.of("docx", "xlsx")) {
                add("mật-khẩu-%s.%s".formatted(mode, ending), locked(good(ending), mode), "mật khẩu");
            }
        }
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("chu", "nguoidung", new AccessPermission()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            add("mật-khẩu.pdf", out.toByteArray(), "mật khẩu");
        }
    }

    private static byte[] locked(byte[] content, EncryptionMode mode) throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword("bi-mat");
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(content);
            }
            return GoodFiles.bytes(files::writeFilesystem);
        }
    }

    private static byte[] with(byte[] content, String entry, byte[] inside) throws IOException {
        return edited(content, zip -> {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(inside);
            zip.closeEntry();
        });
    }

    private static byte[] replaced(byte[] content, String text, String by) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                String inside = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                zip.write((entry.getName().equals("[Content_Types].xml") ? inside.replace(text, by) : inside)
                        .getBytes(StandardCharsets.ISO_8859_1));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    interface ZipEdit {
        void on(ZipOutputStream zip) throws IOException;
    }

    private static byte[] edited(byte[] content, ZipEdit edit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
                zip.closeEntry();
            }
            edit.on(zip);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
