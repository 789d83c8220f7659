package nepsong.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.util.List;

/** Another site that a colleague visits: it frames our pages and sends our forms. Never on the net. */
final class EvilSite {

    static final String ADDRESS = "http://evil.example/";

    private static final List<String> FRAMED = List.of("/guide", "/login", "/camunda/app/tasklist/default/");
    private static final List<String> SENT =
            List.of("/logout", "/login", "/camunda/api/admin/auth/user/default/logout");

    private EvilSite() {}

    static void opensTo(BrowserContext browser, String target) {
        browser.route(
                ADDRESS + "**",
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(page(target))));
    }

    /** The page itself and its frames. */
    static int frames() {
        return 1 + FRAMED.size() + SENT.size();
    }

    private static String page(String target) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><body>");
        for (String path : FRAMED) {
            page.append("<iframe src='%s%s'></iframe>".formatted(target, path));
        }
        for (String path : SENT) {
            page.append("<iframe name='%1$s'></iframe><form method=post target='%1$s' action='%2$s%1$s'></form>"
                    .formatted(path, target));
        }
        return page + "<script>[...document.forms].forEach(it => it.submit())</script>";
    }
}
