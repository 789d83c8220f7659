package nepsong.demonstration.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A page that says what would stand here and that it is none: it can be read and previewed, and taken for nothing real. */
final class SamplePaper {

    /** Comes with PDFBox and has all of the Vietnamese letters. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final float MARGIN = 70;
    private static final float LEADING = 1.5f;

    private final PDPageContentStream pen;
    private final PDFont font;
    private float height = PDRectangle.A4.getHeight() - MARGIN;

    private SamplePaper(PDPageContentStream pen, PDFont font) {
        this.pen = pen;
        this.font = font;
    }

    /**
     * @param cited number and date; may be empty
     * @param about the cycle, or who is nominated
     */
    static byte[] of(String title, String cited, String about) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                TrueTypeFont letters = letters()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                SamplePaper paper = new SamplePaper(pen, PDType0Font.load(document, letters, true));
                paper.write(11, "BẢN MẪU CỦA BẢN TRÌNH DIỄN – KHÔNG PHẢI VĂN BẢN THẬT");
                paper.height -= MARGIN;
                paper.write(20, title.toUpperCase(Locale.ROOT));
                paper.write(13, cited);
                paper.write(13, about);
                paper.height -= MARGIN;
                paper.write(11, "Văn bản đã ký, đóng dấu được quét thành tệp PDF và đưa lên ở đúng chỗ này.");
            }
            document.save(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    /** Without its tables of ligatures, which take longer to read than all the rest. */
    private static TrueTypeFont letters() throws IOException {
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(file));
            letters.setEnableGsub(false);
            return letters;
        }
    }

    private void write(float size, String text) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (width(line + " " + word, size) > PDRectangle.A4.getWidth() - 2 * MARGIN) {
                print(size, line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        print(size, line.toString());
    }

    private void print(float size, String line) throws IOException {
        height -= size * LEADING;
        pen.beginText();
        pen.setFont(font, size);
        pen.newLineAtOffset((PDRectangle.A4.getWidth() - width(line, size)) / 2, height);
        pen.showText(line);
        pen.endText();
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }
}
