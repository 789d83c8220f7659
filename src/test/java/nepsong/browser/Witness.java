package nepsong.browser;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Watches a page: which texts ran as scripts, and which other hosts were asked for something. */
final class Witness {

    private static final Pattern ELSEWHERE = Pattern.compile("^(https?|wss?|ftp)://(?!127\\.0\\.0\\.1[:/]).*");

    /** What a click would run, or a look: counted though nobody clicks. */
    private static final String ARMED =
            """
            () => [...document.querySelectorAll('*')].filter(it => [...it.attributes].some(at =>
                /^on/i.test(at.name) && /ran/.test(at.value)
                || /^(href|xlink:href|action|formaction|src|data)$/i.test(at.name)
                    && !(at.name === 'src' && /^(img|image|input|audio|video|source)$/i.test(it.localName))
                    && /^(javascript|vbscript|data):.*ran/i.test(at.value.replace(/[\\s\\u0000-\\u001f]/g, ''))
                || at.name === 'srcdoc' && /<.*ran/s.test(at.value)))
              .map(it => it.outerHTML.slice(0, 200))""";

    /**
     * Pictures come or fail, but for those that wait to be scrolled to; what moves has begun, and two more frames are
     * drawn. At the most five seconds.
     */
    private static final String SETTLED =
            """
            () => Promise.race([new Promise(done => setTimeout(done, 5000)),
              Promise.all([...document.images].filter(it => it.loading !== 'lazy').map(it => it.complete
                || new Promise(done => { it.addEventListener('load', done); it.addEventListener('error', done); })))
              .then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))])""";

    private final Page page;
    private final List<String> ran = new ArrayList<>();
    private final List<String> elsewhere = new ArrayList<>();

    Witness(Page page) {
        this.page = page;
        page.context().exposeBinding("ran", (source, arguments) -> ran.add(page.url() + " " + List.of(arguments)));
        page.onDialog((Dialog dialog) -> {
            ran.add(dialog.message());
            dialog.dismiss();
        });
        page.context().route(ELSEWHERE, route -> {
            elsewhere.add(route.request().url());
            route.abort();
        });
    }

    Page page() {
        return page;
    }

    /** Waits until the page is drawn and counts what is armed in it. */
    void look() {
        page.evaluate(SETTLED);
        armed(page.mainFrame()).forEach(ran::add);
    }

    Stream<String> armed(Frame frame) {
        return ((List<?>) frame.evaluate(ARMED)).stream().map(element -> page.url() + " is armed: " + element);
    }

    List<String> ran() {
        return ran;
    }

    /** As they left for the net; what the browser itself holds back is not among them. */
    List<String> elsewhere() {
        return elsewhere;
    }
}
