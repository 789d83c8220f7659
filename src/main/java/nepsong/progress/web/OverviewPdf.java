package nepsong.progress.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import nepsong.language.Viewer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The overview on paper. The font lies in the PDF, so that every diacritic is there on every machine; nothing is fetched. */
@Controller
class OverviewPdf {

    /** Liberation Sans, as PDFBox brings it along: all of the Vietnamese letters. */
    private static final String FONT = "org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final OverviewModel overview;
    private final SpringTemplateEngine templates;

    OverviewPdf(OverviewModel overview, SpringTemplateEngine templates) {
        this.overview = overview;
        this.templates = templates;
    }

    @GetMapping("/progress/{code}/overview.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String code) {
        ExtendedModelMap model = new ExtendedModelMap();
        overview.fill(code, MatrixFilter.EVERYTHING, model);
        String page = templates.process("progress-pdf", new Context(Viewer.language(), model));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("tien-do-" + code + ".pdf")
                                .build()
                                .toString())
                .body(render(page));
    }

    static byte[] render(String page) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(OverviewPdf::font, "Liberation Sans")
                    .useUriResolver((base, address) -> null)
                    .withHtmlContent(page, null)
                    .withProducer("Nếp Sống")
                    .toStream(pdf)
                    .run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return pdf.toByteArray();
    }

    private static InputStream font() {
        try {
            return new ClassPathResource(FONT).getInputStream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
