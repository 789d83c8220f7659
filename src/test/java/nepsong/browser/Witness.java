package nepsong.browser;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Watches a page: which texts ran as scripts, and which other hosts were asked for something. */
final class Witness {

    private static final Set<String> NOT_OF_THE_NET = Set.of("data", "blob", "about", "javascript", "chrome-error");

    /** What a click would run, or a look: counted though nobody clicks. */
    private static final String ARMED =
            """
            () => [...document.querySelectorAll('*')].filter(it => [...it.attributes].some(at =>
                /^on/i.test(at.name) && /ran/.test(at.value)
                || /^(href|xlink:href|action|formaction|src|data|srcdoc)$/i.test(at.name)
                    && /(script:|<).*ran/i.test(at.value.replace(/[\\s\\u0000-\\u001f]/g, ''))))
              .map(it => it.outerHTML.slice(0, 200))""";

    /** Pictures come or fail, what moves has begun, and two more frames are drawn. */
    private static final String SETTLED =
            """
            () => Promise.all([...document.images].map(it => it.complete || new Promise(done => {
                it.addEventListener('load', done); it.addEventListener('error', done); })))
              .then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))""";

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
        page.onRequest(request -> {
            URI address = URI.create(request.url().split("[?#<]")[0].replaceAll("[^!-~]", ""));
            if (!NOT_OF_THE_NET.contains(address.getScheme()) && !"127.0.0.1".equals(address.getHost())) {
                elsewhere.add(request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    /** Waits until the page is drawn and counts what is armed in it. */
    void look() {
        page.evaluate(SETTLED);
        for (Object element : (List<?>) page.evaluate(ARMED)) {
            ran.add(page.url() + " is armed: " + element);
        }
    }

    List<String> ran() {
        return ran;
    }

    List<String> elsewhere() {
        return elsewhere;
    }
}
