package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Makes the guide's and the README's pictures out of what the browser tests saw last. No test by its name: {@code CONTRIBUTING.md} says
 * when and how to run it.
 */
class GuidePictures {

    private static final Path SEEN = Path.of("target", "screenshots");
    private static final Path GUIDE = Path.of("src", "main", "resources", "static", "img", "guide");
    private static final Path README = Path.of("src", "docs");
    private static final List<String> README_PICTURES =
            List.of("scorecard-vi", "scorecard-en", "progress-vi", "progress-en");
    private static final int WIDTH = 780;
    private static final int HEIGHT = 560;

    /** What is shown of a screenshot: in Tasklist the task, elsewhere the page or its column, on a telephone all. */
    private enum Part {
        TASK(586, 48, 780, 680, WIDTH, 680),
        COLUMN(100, 0, 1166, 837, WIDTH, HEIGHT),
        PAGE(0, 0, 1366, 981, WIDTH, HEIGHT),
        TELEPHONE(0, 0, 360, 640, 360, 640);

        private final List<Integer> numbers;

        Part(Integer... numbers) {
            this.numbers = List.of(numbers);
        }
    }

    private record Picture(String name, String seen, Part part) {}

    private static final List<Picture> PICTURES = List.of(
            new Picture("plan", "*-directive.draftPlan.png", Part.TASK),
            new Picture("configure", "*-directive.configureCycle.png", Part.TASK),
            new Picture("sign", "*-directive.decide.png", Part.TASK),
            new Picture("publish", "*-evaluation.publish.png", Part.TASK),
            new Picture("award", "*-commendation.decide.png", Part.TASK),
            new Picture("pairs", "*-bloc-inspection.approvePairs.png", Part.TASK),
            new Picture("completeness", "*-self-assessment.checkCompleteness.png", Part.TASK),
            new Picture("minutes", "*-cross-inspection.writeMinutes.png", Part.TASK),
            new Picture("opinion", "*-directive.giveOpinion.png", Part.TASK),
            new Picture("appraise", "*-evaluation.appraise.png", Part.TASK),
            new Picture("nomination", "*-commendation.appraise.png", Part.TASK),
            new Picture("vote", "*-commendation.vote.png", Part.TASK),
            new Picture("scorecard", "*-self-assessment.scoreCriteria.png", Part.TASK),
            new Picture("evidence", "evidence-tab.png", Part.TASK),
            new Picture("approve", "*-self-assessment.approve.png", Part.TASK),
            new Picture("result", "*-appeal.considerResult.png", Part.TASK),
            new Picture("inspect", "*-cross-inspection.inspect.png", Part.TASK),
            new Picture("telephone", "finding-report-photo-360.png", Part.TELEPHONE),
            new Picture("progress", "managers/overview-middle-1366.png", Part.COLUMN),
            new Picture("process", "managers/process-late-1366.png", Part.PAGE),
            new Picture("operations", "managers/operations-1366.png", Part.COLUMN));

    private static final String CUT =
            """
            async ([picture, x, y, w, h, width, height]) => {
                const image = new Image();
                image.src = picture;
                await image.decode();
                const canvas = Object.assign(document.createElement('canvas'), { width, height });
                const paper = canvas.getContext('2d');
                paper.fillStyle = '#ffffff';
                paper.fillRect(0, 0, width, height);
                paper.drawImage(image, x, y, w, h, 0, 0, width, height);
                return canvas.toDataURL('image/webp', 0.72).split(',')[1];
            }
            """;

    @Test
    void takeOverWhatTheBrowserTestsSaw() throws IOException {
        Files.createDirectories(GUIDE);
        try (Chromium chromium = Chromium.launch()) {
            Page page = chromium.newPerson(400, 400);
            for (Picture picture : PICTURES) {
                byte[] seen = Files.readAllBytes(newest(picture.seen()));
                List<Object> how = Stream.concat(
                                Stream.of("data:image/png;base64,"
                                        + Base64.getEncoder().encodeToString(seen)),
                                picture.part().numbers.stream())
                        .map(Object.class::cast)
                        .toList();
                String cut = (String) page.evaluate(CUT, how);
                Files.write(
                        GUIDE.resolve(picture.name() + ".webp"),
                        Base64.getDecoder().decode(cut));
            }
        }
        for (String picture : README_PICTURES) {
            Files.copy(
                    newest("tour/" + picture + ".png"),
                    README.resolve(picture + ".png"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(GUIDE).isNotEmptyDirectory();
    }

    private static Path newest(String name) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + SEEN + "/" + name);
        try (Stream<Path> files = Files.walk(SEEN)) {
            return files.filter(matcher::matches)
                    .max((one, other) -> Long.compare(
                            one.toFile().lastModified(), other.toFile().lastModified()))
                    .orElseThrow(() -> new AssertionError("no browser test saw " + name + " yet"));
        }
    }
}
