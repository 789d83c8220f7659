package nepsong.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.ClassPathResource;

/**
 * A document for Word in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, its margins and font, and a page's number above
 * every page but the first. Written part by part; what never changes lies beside as files.
 */
final class WordDocument {

    /** Of the text, in twentieths of a point. */
    static final int WIDTH = 9_355;

    private static final int LEFT = 3_955;

    private static final String FIXED = "documents/word/";
    private static final List<String> PARTS = List.of(
            "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", "word/header.xml");

    private static final String NAMESPACES =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>""";

    /** In twentieths of a point: 20 mm above and below, 30 mm left, 15 mm right. */
    private static final String PAGE =
            """
            <w:p/><w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>\
            <w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>\
            <w:titlePg/></w:sectPr></w:body></w:document>""";

    /** What XML has no way to say. */
    private static final String UNSPEAKABLE = "[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final StringBuilder body = new StringBuilder(NAMESPACES);

    enum Look {
        /** First line indented, even on both sides. */
        BODY("<w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>", "", 28),
        BASIS("<w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>", "<w:i/>", 28),
        HEADING("<w:keepNext/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>", "<w:b/>", 28),
        TITLE("<w:jc w:val=\"center\"/>", "<w:b/>", 28),
        HEAD("<w:jc w:val=\"center\"/>", "", 26),
        BOLD_HEAD("<w:jc w:val=\"center\"/>", "<w:b/>", 26),
        UNDERLINED_HEAD("<w:jc w:val=\"center\"/>", "<w:b/><w:u w:val=\"single\"/>", 26),
        PLACE("<w:jc w:val=\"center\"/>", "<w:i/>", 28),
        RECEIVERS_HEAD("<w:jc w:val=\"left\"/>", "<w:b/><w:i/>", 24),
        RECEIVER("<w:jc w:val=\"left\"/>", "", 22),
        CELL("<w:jc w:val=\"left\"/>", "", 26);

        private final String paragraph;
        private final String run;
        private final int halfPoints;

        Look(String paragraph, String run, int halfPoints) {
            this.paragraph = paragraph;
            this.run = run;
            this.halfPoints = halfPoints;
        }
    }

    /** @param text each of its lines becomes a paragraph: Word would stretch what ends within one */
    record Line(Look look, String text) {}

    WordDocument add(Look look, String text) {
        body.append(paragraphs(new Line(look, text)));
        return this;
    }

    /** Two columns without borders: what stands left, and what stands right of it. */
    WordDocument beside(List<Line> left, List<Line> right) {
        body.append(begun("", List.of(LEFT, WIDTH - LEFT)))
                .append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
                .append(cell(LEFT, left))
                .append(cell(WIDTH - LEFT, right))
                .append("</w:tr></w:tbl>");
        return this;
    }

    /**
     * Its heads stand above it on every page.
     *
     * @param widths of the columns, which come to {@link #WIDTH}
     */
    WordDocument table(List<Integer> widths, List<String> heads, Collection<List<String>> rows) {
        String borders = Stream.of("top", "left", "bottom", "right", "insideH", "insideV")
                .map("<w:%s w:val=\"single\" w:sz=\"4\"/>"::formatted)
                .collect(Collectors.joining("", "<w:tblBorders>", "</w:tblBorders>"));
        body.append(begun(borders, widths))
                .append(row("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", Look.BOLD_HEAD, widths, heads));
        rows.forEach(row -> body.append(row("", Look.CELL, widths, row)));
        body.append("</w:tbl>");
        return this;
    }

    private static String begun(String borders, List<Integer> widths) {
        return "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/>%s</w:tblPr><w:tblGrid>%s</w:tblGrid>"
                .formatted(
                        WIDTH,
                        borders,
                        widths.stream()
                                .map("<w:gridCol w:w=\"%d\"/>"::formatted)
                                .collect(Collectors.joining()));
    }

    byte[] written() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String part : PARTS) {
                put(zip, part, new ClassPathResource(FIXED + part).getContentAsByteArray());
            }
            put(zip, "word/document.xml", (body + PAGE).getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return file.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static String row(String properties, Look look, List<Integer> widths, List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(at -> cell(widths.get(at), List.of(new Line(look, cells.get(at)))))
                .collect(Collectors.joining("", "<w:tr>" + properties, "</w:tr>"));
    }

    private static String cell(int width, List<Line> lines) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>%s</w:tc>"
                .formatted(width, lines.stream().map(WordDocument::paragraphs).collect(Collectors.joining()));
    }

    private static String paragraphs(Line line) {
        return line.text().isBlank()
                ? paragraph(line.look(), "")
                : line.text()
                        .lines()
                        .filter(one -> !one.isBlank())
                        .map(one -> paragraph(line.look(), one))
                        .collect(Collectors.joining());
    }

    private static String paragraph(Look look, String text) {
        return "<w:p><w:pPr>%s</w:pPr><w:r><w:rPr>%s<w:sz w:val=\"%d\"/></w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>"
                .formatted(look.paragraph, look.run, look.halfPoints, escaped(text));
    }

    private static String escaped(String text) {
        return text.replaceAll(UNSPEAKABLE, "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
