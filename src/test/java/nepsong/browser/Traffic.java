package nepsong.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What a page asks the server for, so that a test goes on when all of it is answered. */
final class Traffic {

    /** So long after the last answer a page that draws itself in steps asks for the next thing. */
    private static final Duration QUIET = Duration.ofMillis(150);

    private Traffic() {}

    /** Does something, and comes back when every request that follows from it has its answer. */
    static void after(Page page, Runnable deed) {
        Set<Request> open = ConcurrentHashMap.newKeySet();
        AtomicLong last = new AtomicLong(System.nanoTime());
        Consumer<Request> begins = open::add;
        Consumer<Request> ends = request -> {
            open.remove(request);
            last.set(System.nanoTime());
        };
        page.onRequest(begins);
        page.onRequestFinished(ends);
        page.onRequestFailed(ends);
        try {
            deed.run();
            last.set(System.nanoTime());
            page.waitForCondition(() -> open.isEmpty() && System.nanoTime() - last.get() > QUIET.toNanos());
        } finally {
            page.offRequest(begins);
            page.offRequestFinished(ends);
            page.offRequestFailed(ends);
        }
    }
}
