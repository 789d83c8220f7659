package nepsong.evidence;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws the first page of a PDF that {@link PdfCheck} has let in; pages too large to draw are left alone. */
final class PdfPreview {

    private static final long MOST_PIXELS = 40_000_000;

    private PdfPreview() {}

    static Optional<byte[]> firstPage(Path file, int longestSide) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() == 0 || isTooLarge(document.getPage(0))) {
                return Optional.empty();
            }
            var box = document.getPage(0).getCropBox();
            float side = Math.max(box.getWidth(), box.getHeight());
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage drawn = renderer.renderImage(0, longestSide / Math.max(1, side), ImageType.RGB);
            return Optional.of(PreviewEvidence.jpeg(drawn, new Orientation(1)));
        }
    }

    private static boolean isTooLarge(PDPage page) throws IOException {
        PDResources resources = page.getResources();
        if (resources == null) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDImageXObject image
                    && (long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
                return true;
            }
        }
        return false;
    }
}
