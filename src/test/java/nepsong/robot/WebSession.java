package nepsong.robot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person's session over HTTP, as a program has it that knows only the interface the project promises. */
final class WebSession {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CRITERION = Pattern.compile("[A-Z]{2}-[A-Z]?\\d+(\\.\\d+)?");
    private static final byte[] PHOTO = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    record Answer(int status, String body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException unreadable) {
                throw new AssertionError("not JSON: " + body, unreadable);
            }
        }
    }

    private final String base;
    private final String user;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private WebSession(String base, String user) {
        this.base = base;
        this.user = user;
    }

    static WebSession login(String base, String user, String password) {
        WebSession session = new WebSession(base, user);
        Matcher token = CSRF.matcher(session.send("GET", "/login", null, null).body());
        if (!token.find()) {
            throw new AssertionError("the login page carries no _csrf");
        }
        String form = "username=" + encode(user) + "&password=" + encode(password) + "&_csrf=" + encode(token.group(1));
        Answer answer = session.send("POST", "/login", form, "application/x-www-form-urlencoded");
        if (answer.status() != 302) {
            throw new AssertionError(user + " could not log in: " + answer.status());
        }
        session.send("GET", "/camunda/app/tasklist/default/", null, null);
        return session;
    }

    String user() {
        return user;
    }

    JsonNode get(String path) {
        Answer answer = send("GET", path.startsWith("/api/") ? path : ENGINE + path, null, null);
        if (answer.status() != 200) {
            throw new AssertionError(user + " GET " + path + ": " + answer.status() + " " + answer.body());
        }
        return answer.json();
    }

    Answer post(String path, Map<String, ?> body) {
        try {
            return send("POST", ENGINE + path, JSON.writeValueAsString(body), "application/json");
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Hands a form in; where the refusal names criteria that lack evidence, brings a photo for each and tries again. */
    Answer handIn(String task, Map<String, ?> filled) {
        Answer answer = post("/task/" + task + "/submit-form", filled);
        if (answer.status() != 400 || !answer.body().contains("minh chứng bắt buộc")) {
            return answer;
        }
        Answer brought = bringEvidence(
                task,
                CRITERION
                        .matcher(answer.body())
                        .results()
                        .map(MatchResult::group)
                        .toList());
        if (brought.status() != 201) {
            throw new AssertionError(user + " brought evidence: " + brought);
        }
        return post("/task/" + task + "/submit-form", filled);
    }

    private Answer bringEvidence(String task, List<String> criteria) {
        String boundary = "robot-" + task;
        StringBuilder body = new StringBuilder();
        criteria.forEach(
                criterion -> body.append("--%s\r\nContent-Disposition: form-data; name=\"criterion\"\r\n\r\n%s\r\n"
                        .formatted(boundary, criterion)));
        body.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"anh.png\"\r\n"
                        .formatted(boundary))
                .append("Content-Type: image/png\r\n\r\n")
                .append(new String(PHOTO, StandardCharsets.ISO_8859_1))
                .append("\r\n--%s--\r\n".formatted(boundary));
        return sendBody(
                "POST",
                "/api/tasks/" + task + "/evidence",
                BodyPublishers.ofByteArray(body.toString().getBytes(StandardCharsets.ISO_8859_1)),
                "multipart/form-data; boundary=" + boundary);
    }

    private Answer send(String method, String path, String body, String type) {
        return sendBody(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), type);
    }

    private Answer sendBody(String method, String path, HttpRequest.BodyPublisher body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json, text/html;q=0.9")
                .method(method, body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException broken) {
            throw new AssertionError(user + " " + method + " " + path, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
