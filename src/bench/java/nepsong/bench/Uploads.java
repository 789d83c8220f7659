package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nepsong.organisation.Demonstration;
import org.springframework.core.env.Environment;

/** Files that a person uploads over HTTP, each in a hurry of its own. */
final class Uploads {

    private final String base;
    private final String login;

    Uploads(Application application, String person) {
        base = "http://127.0.0.1:" + application.bean(Environment.class).getProperty("local.server.port");
        login = Base64.getEncoder()
                .encodeToString((person + ":" + Demonstration.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** @return how long each took, in milliseconds */
    List<Long> atOnce(String task, List<Path> photos) throws Exception {
        List<Callable<Long>> uploads = new ArrayList<>();
        for (Path photo : photos) {
            String criterion = "CS-A" + (uploads.size() % 5 + 1);
            uploads.add(() -> upload(task, photo, criterion));
        }
        ExecutorService people = Executors.newFixedThreadPool(photos.size());
        try {
            List<Long> each = new ArrayList<>();
            for (Future<Long> done : people.invokeAll(uploads)) {
                each.add(done.get());
            }
            return each;
        } finally {
            people.shutdown();
        }
    }

    /** The file goes from the disk to the wire, so that what lives in the heap is the application's. */
    private long upload(String task, Path file, String criterion) throws Exception {
        String part = "--upload\r\nContent-Disposition: form-data; name=";
        String before = part + "\"criterion\"\r\n\r\n" + criterion + "\r\n" + part
                + "\"file\"; filename=\"anh.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/tasks/" + task + "/evidence"))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "multipart/form-data; boundary=upload")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(before),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--upload--\r\n")))
                .build();
        long begun = System.nanoTime();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
