package nepsong.progress.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an address in the page is of, the renderer asks neither the net nor the disk for it. */
class OverviewPdfTest {

    private static final String SECRET = "OffTheDisk";

    @TempDir
    Path disk;

    private final AtomicInteger visits = new AtomicInteger();
    private ServerSocket listener;

    @BeforeEach
    void somebodyListens() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread waiting = new Thread(this::answer, "listener");
        waiting.setDaemon(true);
        waiting.start();
    }

    private void answer() {
        while (!listener.isClosed()) {
            try (Socket visit = listener.accept()) {
                visits.incrementAndGet();
                visit.getOutputStream().write("HTTP/1.0 404 None\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
            } catch (IOException closed) {
                // The test is over.
            }
        }
    }

    @AfterEach
    void nobodyListensAnyMore() throws IOException {
        listener.close();
    }

    @Test
    void nothingIsFetched() throws IOException {
        String text = text(OverviewPdf.render(page()));

        assertThat(text).contains("Overview").doesNotContain(SECRET);
        assertThat(visits).hasValue(0);
    }

    /** So that zero says something: the renderer as it comes asks for most of it. */
    @Test
    void aRendererWithoutOurRuleAsks() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new PdfRendererBuilder().withHtmlContent(page(), null).toStream(pdf).run();

        assertThat(text(pdf.toByteArray())).contains(SECRET);
        assertThat(visits).hasValueGreaterThan(2);
    }

    private String page() throws IOException {
        Path styles = Files.writeString(disk.resolve("styles.css"), "h1::before { content: '" + SECRET + "' }");
        String net = "http://127.0.0.1:" + listener.getLocalPort();
        return """
                <!DOCTYPE html>
                <html><head><title>Tiến độ</title>
                <link rel="stylesheet" href="%1$s/linked.css"/>
                <link rel="stylesheet" href="%2$s"/>
                <style>
                @import url('%1$s/imported.css');
                @font-face { font-family: 'Far'; src: url('%1$s/far.ttf'); }
                body { background: url('%1$s/background.png'); font-family: 'Far', serif; }
                li { list-style-image: url('%1$s/bullet.png'); }
                </style></head>
                <body><h1>Overview</h1>
                <img src="%1$s/picture.png" alt=""/><img src="//127.0.0.1:%3$d/picture.png" alt=""/>
                <img src="%2$s" alt=""/><object data="%1$s/object.svg" type="image/svg+xml"></object>
                <iframe src="%1$s/frame.html"></iframe><embed src="%1$s/embedded.pdf"/>
                <ul><li style="content: url('%1$s/content.png')">một</li></ul>
                <a href="%1$s/link">liên kết</a>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
                <image xlink:href="%1$s/drawn.png" width="9" height="9"/><use xlink:href="%1$s/used.svg#a"/></svg>
                </body></html>
                """
                .formatted(net, styles.toUri(), listener.getLocalPort());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
