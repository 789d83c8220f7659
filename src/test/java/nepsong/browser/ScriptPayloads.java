package nepsong.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Texts that somebody types who wants a colleague's browser to run them: each would call {@code ran}. */
final class ScriptPayloads {

    private static final List<String> LINES = read();

    /** These would tell another host who reads them. */
    private static final List<String> CALLERS = List.of(
            "<img src=http://evil.example/1.png>",
            "<img src=//evil.example/2.png>",
            "![ảnh](http://evil.example/3.png)",
            "<link rel=stylesheet href=http://evil.example/4.css>",
            "<style>@import 'http://evil.example/5.css'</style>",
            "<style>*{background:url(http://evil.example/6.png)}</style>",
            "<iframe src=http://evil.example/7></iframe>",
            "<video poster=http://evil.example/8.png></video>",
            "<object data=http://evil.example/9></object>",
            "<div style='background:url(http://evil.example/10.png)'>x</div>",
            "<meta http-equiv=refresh content='0;url=http://evil.example/11'>",
            "<script src=http://evil.example/12.js></script>");

    private static final int A_HUNDRED = 104;

    private final List<String> lines;

    /** Begins elsewhere each time, so that no payload hides forever behind one that swallows what follows it. */
    private final AtomicInteger turn = new AtomicInteger();

    ScriptPayloads() {
        this(LINES);
    }

    private ScriptPayloads(List<String> lines) {
        this.lines = lines;
    }

    static ScriptPayloads of(List<String> lines) {
        return new ScriptPayloads(lines);
    }

    static ScriptPayloads callers() {
        return new ScriptPayloads(CALLERS);
    }

    static List<String> all() {
        return LINES;
    }

    /** All of them, one per line. */
    String together() {
        return String.join("\n\n", turned());
    }

    /** More than a hundred of them; fields side by side hold them all. */
    String aHundred() {
        List<String> turned = turned();
        return String.join("\n\n", turned.subList(0, Math.min(A_HUNDRED, turned.size())));
    }

    /** As many as fit, at least one. */
    String upTo(int length) {
        for (String one : turned()) {
            if (one.length() <= length) {
                return one;
            }
        }
        throw new AssertionError("no payload is as short as " + length);
    }

    List<String> turned() {
        List<String> turned = new ArrayList<>(lines);
        Collections.rotate(turned, -(turn.getAndAdd(7) % lines.size()));
        return turned;
    }

    private static List<String> read() {
        try (InputStream file = ScriptPayloads.class.getResourceAsStream("/security/script-payloads.txt")) {
            List<String> lines = new ArrayList<>();
            new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> lines.add(line.replace("'#'", "'" + lines.size() + "'")));
            return List.copyOf(lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
