package nepsong.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** What a page looks like, in a file: packed loosely, because to pack it as tightly as can be takes longer than to draw it. */
final class Picture {

    private Picture() {}

    /** However long the page is. */
    static void ofAll(Page page, Path file) {
        take(page, file, true);
    }

    /** What the window shows of it. */
    static void ofWindow(Page page, Path file) {
        take(page, file, false);
    }

    private static void take(Page page, Path file, boolean all) {
        CDPSession session = page.context().newCDPSession(page);
        try {
            JsonObject wanted = new JsonObject();
            wanted.addProperty("format", "png");
            wanted.addProperty("optimizeForSpeed", true);
            if (all) {
                wanted.addProperty("captureBeyondViewport", true);
                wanted.add("clip", whole(session));
            }
            String picture =
                    session.send("Page.captureScreenshot", wanted).get("data").getAsString();
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(picture));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        } finally {
            session.detach();
        }
    }

    private static JsonObject whole(CDPSession session) {
        JsonObject size = session.send("Page.getLayoutMetrics").getAsJsonObject("cssContentSize");
        JsonObject clip = new JsonObject();
        for (String edge : new String[] {"x", "y", "width", "height"}) {
            clip.add(edge, size.get(edge));
        }
        clip.addProperty("scale", 1);
        return clip;
    }
}
