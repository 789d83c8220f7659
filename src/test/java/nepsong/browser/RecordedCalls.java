package nepsong.browser;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What a browser asks Camunda's web API for, call by call, as its resources name them: {@code GET …/task/{id}/form}. */
final class RecordedCalls {

    private static final Path TABLES = Path.of("src/test/resources/security");
    private static final String WEB_API = "/camunda/api/";
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** @param path as the browser wrote it */
    record Call(String method, String path, int status) {}

    private final ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();

    RecordedCalls(BrowserContext context) {
        context.onResponse(response -> {
            String path = URI.create(response.url().replaceAll("[?#].*", "")).getRawPath();
            if (path.startsWith(WEB_API)) {
                calls.add(new Call(response.request().method(), path, response.status()));
            }
        });
    }

    List<Call> all() {
        return List.copyOf(calls);
    }

    /** Each once, by the name that the table of all calls has for it. */
    Set<String> named() {
        List<String> known = allThereAre();
        Set<String> names = new TreeSet<>();
        calls.forEach(call -> names.add(known.stream()
                .filter(name -> matches(name, call))
                .findFirst()
                .orElse(call.method() + " " + call.path())));
        return names;
    }

    /** By call, why it is allowed though no browser was seen to make it; empty where one was. */
    static Map<String, String> allowed() {
        Map<String, String> reasons = new LinkedHashMap<>();
        read("tasklist-calls.csv").forEach(line -> reasons.put(name(line), line.get("reason")));
        return reasons;
    }

    /** Those with the most text first, so that {@code /task/count} is not taken for a task. */
    static List<String> allThereAre() {
        Set<String> names = new LinkedHashSet<>();
        read("camunda.csv").forEach(line -> names.add(name(line)));
        return names.stream()
                .sorted(Comparator.comparingInt((String name) ->
                                name.replaceAll("\\{[^}]*}", "").length())
                        .reversed())
                .toList();
    }

    private static boolean matches(String name, Call call) {
        String[] parts = name.split(" ");
        String pattern =
                Pattern.quote(parts[1]).replace("{file}", "\\E.+\\Q").replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q");
        return parts[0].equals(call.method()) && call.path().matches(pattern + "/?");
    }

    private static String name(CSVRecord line) {
        return line.get("method") + " " + line.get("path");
    }

    private static List<CSVRecord> read(String table) {
        try (Reader reader = Files.newBufferedReader(TABLES.resolve(table), StandardCharsets.UTF_8)) {
            return CSV.parse(reader).getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
