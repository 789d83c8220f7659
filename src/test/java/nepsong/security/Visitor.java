package nepsong.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a cookie jar who knows the application by its addresses alone. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .build();
    private final String base;
    private final String engine;

    public Visitor(int port, String engine) {
        this.base = "http://127.0.0.1:" + port;
        this.engine = engine;
    }

    /** The answer to the login form; a page of Tasklist is then fetched for the token of Camunda's web API. */
    public HttpResponse<String> logIn(String user, String password) {
        HttpResponse<String> answer =
                form("/login", "username=" + encode(user) + "&password=" + encode(password) + "&_csrf=" + csrf());
        get("/camunda/app/tasklist/" + engine + "/");
        return answer;
    }

    public String csrf() {
        Matcher token = CSRF.matcher(get("/login").body());
        return token.find() ? encode(token.group(1)) : "";
    }

    public HttpResponse<String> form(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html,application/json").GET());
    }

    /** Within Camunda's web API of the engine: {@code task/count}. */
    public HttpResponse<String> engineGet(String path) {
        return send(
                request(enginePath(path)).header("Accept", "application/json").GET());
    }

    public HttpResponse<String> enginePost(String path, String json) {
        return post(enginePath(path), json);
    }

    public HttpResponse<String> post(String path, String json) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request);
    }

    /** Any call, with the token of Camunda's web API; an empty body of type "" is none. */
    public HttpResponse<String> send(String method, String path, String type, String body) {
        HttpRequest.Builder request =
                request(path).method(method, type.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request);
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** A cookie that was given to this person before; an empty one is none. */
    void keep(String name, String value) {
        if (!value.isEmpty()) {
            HttpCookie cookie = new HttpCookie(name, value);
            cookie.setPath("/");
            cookie.setVersion(0);
            cookies.getCookieStore().add(URI.create(base), cookie);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    public byte[] bytes(String path) {
        return send(request(path).GET(), BodyHandlers.ofByteArray()).body();
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(problem);
        }
    }

    private String enginePath(String path) {
        return "/camunda/api/engine/engine/" + engine + "/" + path;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
