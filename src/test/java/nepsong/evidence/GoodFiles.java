package nepsong.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Files as offices write them. */
public final class GoodFiles {

    private GoodFiles() {}

    /** @param name as it is sent */
    public record Sample(String name, byte[] content, String expected) {

        static Sample good(String name, byte[] content) {
            return new Sample(name, content, "");
        }
    }

    static List<Sample> all() throws Exception {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 28; i++) {
            samples.add(Sample.good("Kế hoạch số %d-KH.docx".formatted(i), word(i)));
            samples.add(Sample.good("Biểu tổng hợp (%d).XLSX".formatted(i), excel(i)));
        }
        for (int i = 0; i < 12; i++) {
            samples.add(Sample.good("Quyết định %d.QĐ-UBND.pdf".formatted(i), pdf(i)));
        }
        for (int i = 0; i < 8; i++) {
            byte[] photo = photo(64 + 90 * i, 48 + 70 * i, i);
            samples.add(Sample.good(
                    "Ảnh sảnh %d.%s".formatted(i, i % 2 == 0 ? "jpg" : "JPEG"), i % 2 == 0 ? photo : located(photo)));
            samples.add(Sample.good("Ảnh màn hình %d.png".formatted(i), png(50 + 40 * i, 40 + 30 * i)));
        }
        samples.add(Sample.good("Ảnh động của điện thoại.jpg", join(photo(300, 200, 1), photo(80, 60, 2))));
        samples.add(Sample.good(
                java.text.Normalizer.normalize("Báo cáo tổng kết.pdf", java.text.Normalizer.Form.NFD), pdf(3)));
        return samples;
    }

    public static byte[] word(int seed) throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            for (int i = 0; i <= seed % 7; i++) {
                XWPFRun run = document.createParagraph().createRun();
                run.setBold(i == 0);
                run.setText("Thực hiện Quy tắc ứng xử, nội dung " + i);
                if (seed % 3 == 1 && i == 1) {
                    run.addPicture(
                            new ByteArrayInputStream(photo(200, 120, seed)),
                            XWPFDocument.PICTURE_TYPE_JPEG,
                            "a.jpg",
                            Units.toEMU(100),
                            Units.toEMU(60));
                }
            }
            if (seed % 4 == 2) {
                var table = document.createTable(5, 4);
                table.getRow(0).getCell(0).setText("Tiêu chí");
                document.createParagraph()
                        .createHyperlinkRun("https://nepsong.example/a")
                        .setText("Xem thêm");
            }
            if (seed % 9 == 5) {
                chart(document);
            }
            return bytes(document::write);
        }
    }

    /** Word keeps the figures behind a chart as a workbook inside the document. */
    private static void chart(XWPFDocument document) throws Exception {
        XWPFChart chart = document.createChart(Units.toEMU(300), Units.toEMU(200));
        var names = XDDFDataSourcesFactory.fromArray(new String[] {"Nhóm A", "Nhóm B"}, "A1:A2");
        var values = XDDFDataSourcesFactory.fromArray(new Double[] {3.0, 4.0}, "B1:B2");
        var bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
        var left = chart.createValueAxis(AxisPosition.LEFT);
        var data = chart.createData(ChartTypes.BAR, bottom, left);
        data.addSeries(names, values).setTitle("Điểm", chart.setSheetTitle("Điểm", 1));
        chart.plot(data);
    }

    public static byte[] excel(int seed) throws Exception {
        if (seed % 5 == 4) {
            try (SXSSFWorkbook workbook = new SXSSFWorkbook(50)) {
                var sheet = workbook.createSheet("Danh sách");
                for (int i = 0; i < 3_000; i++) {
                    var row = sheet.createRow(i);
                    row.createCell(0).setCellValue("Cán bộ số " + i);
                    row.createCell(1).setCellValue(i * 1.25);
                }
                return bytes(workbook::write);
            }
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            for (int tab = 0; tab <= seed % 3; tab++) {
                var sheet = workbook.createSheet("Biểu " + (tab + 1));
                for (int i = 0; i < 10 + seed; i++) {
                    var row = sheet.createRow(i);
                    row.createCell(0).setCellValue("Phòng " + i);
                    row.createCell(1).setCellValue(i);
                    row.createCell(2).setCellFormula("B" + (i + 1) + "*2");
                }
                if (seed % 4 == 1) {
                    int picture = workbook.addPicture(photo(120, 90, seed), XSSFWorkbook.PICTURE_TYPE_JPEG);
                    var anchor = workbook.getCreationHelper().createClientAnchor();
                    sheet.createDrawingPatriarch().createPicture(anchor, picture);
                }
            }
            return bytes(workbook::write);
        }
    }

    public static byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i <= pages % 5; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                    pen.beginText();
                    pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                    pen.newLineAtOffset(72, 700);
                    pen.showText("Trang " + (i + 1) + " (JavaScript trong bai viet)");
                    pen.endText();
                    if (pages % 3 == 1) {
                        pen.drawImage(JPEGFactory.createFromImage(document, picture(400, 300)), 72, 300);
                    }
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static BufferedImage picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x1b6e3c));
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.YELLOW);
        pen.fillOval(width / 4, height / 4, width / 2, height / 2);
        pen.dispose();
        return image;
    }

    public static byte[] photo(int width, int height, int seed) throws IOException {
        BufferedImage image = picture(width, height);
        Random random = new Random(seed);
        for (int i = 0; i < width; i++) {
            image.setRGB(i, random.nextInt(height), random.nextInt(0xFFFFFF));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    public static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture(width, height), "png", out);
        return out.toByteArray();
    }

    /** The same photo as a telephone writes it: turned, at Hồ Hoàn Kiếm, on 5 June 2023 at 09:30:15. */
    public static byte[] located(byte[] jpeg) {
        return noted(jpeg, join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), notes()));
    }

    /** With place, time and device in the packet of a program that works on photos, in its own and in its longer form. */
    static byte[] packeted(byte[] jpeg) {
        String packet =
                """
                <?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
                <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description \
                xmlns:exif='http://ns.adobe.com/exif/1.0/' exif:GPSLatitude='21,1.725N' exif:GPSLongitude='105,51.15E' \
                exif:DateTimeOriginal='2023-06-05T09:30:15' xmlns:tiff='http://ns.adobe.com/tiff/1.0/' \
                tiff:Model='DienThoai'/></rdf:RDF></x:xmpmeta><?xpacket end='w'?>""";
        byte[] longer = ("http://ns.adobe.com/xmp/extension/\0" + "0".repeat(32) + "\0\0\0\0\0\0\0\0" + packet)
                .getBytes(StandardCharsets.US_ASCII);
        return noted(
                noted(jpeg, longer), ("http://ns.adobe.com/xap/1.0/\0" + packet).getBytes(StandardCharsets.US_ASCII));
    }

    /** With a segment APP1 in front. */
    private static byte[] noted(byte[] jpeg, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xFF);
        out.write(0xE1);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** With the camera's notes in a chunk of their own, and a text beside them. */
    public static byte[] locatedPng(byte[] png) {
        int afterHeader = 8 + 25;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, afterHeader);
        chunk(out, "eXIf", notes());
        chunk(out, "tEXt", "Author\0DienThoai".getBytes(StandardCharsets.US_ASCII));
        chunk(out, "iTXt", "XML:com.adobe.xmp\0\0\0\0\0<x>DienThoai</x>".getBytes(StandardCharsets.US_ASCII));
        out.write(png, afterHeader, png.length - afterHeader);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        byte[] named = join(name.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] notes() {
        ByteBuffer b = ByteBuffer.allocate(300);
        b.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        b.putShort((short) 4);
        entry(b, 0x0110, 2, 12, 200);
        b.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        entry(b, 0x8769, 4, 1, 62);
        entry(b, 0x8825, 4, 1, 80);
        b.putInt(0);
        b.position(62);
        b.putShort((short) 1);
        entry(b, 0x9003, 2, 20, 212);
        b.putInt(0);
        b.position(80);
        b.putShort((short) 4);
        b.putShort((short) 1).putShort((short) 2).putInt(2).put((byte) 'N').put(new byte[3]);
        entry(b, 2, 5, 3, 232);
        b.putShort((short) 3).putShort((short) 2).putInt(2).put((byte) 'E').put(new byte[3]);
        entry(b, 4, 5, 3, 256);
        b.putInt(0);
        b.position(200);
        b.put("DienThoai 9\0".getBytes(StandardCharsets.US_ASCII));
        b.put("2023:06:05 09:30:15\0".getBytes(StandardCharsets.US_ASCII));
        b.putInt(21).putInt(1).putInt(1).putInt(1).putInt(4350).putInt(100);
        b.putInt(105).putInt(1).putInt(51).putInt(1).putInt(900).putInt(100);
        return b.array();
    }

    private static void entry(ByteBuffer b, int tag, int type, int count, int value) {
        b.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    interface Writes {
        void to(java.io.OutputStream out) throws IOException;
    }

    static byte[] bytes(Writes writes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writes.to(out);
        return out.toByteArray();
    }
}
