package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nepsong.organisation.Demonstration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Takes the README's tour in the browser, step by step as it is written there: who, which page or task, and what is read.
 * A step that the README words otherwise than {@link #STEP} is a failure.
 */
@Tag("own-process")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:tour;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.generate-unique-process-engine-name=false",
            "nepsong.demo-history=true"
        })
class TourBrowserTest {

    private static final Pattern STEP =
            Pattern.compile("\\d+\\. As `(?<login>\\w+)` (?<act>open|start|complete) [`*](?<what>[^`*]+)[`*].*");
    private static final Pattern READ = Pattern.compile("“([^”]+)”");
    private static final Pattern COMMAND = Pattern.compile("`NEPSONG_DEMO_UNTIL=(\\S+) mvn spring-boot:run`");
    private static final Path PICTURES = Path.of("target", "screenshots", "tour");
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 900;
    private static final int PATIENCE_MILLIS = 60_000;

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, TasklistPage> inboxes = new LinkedHashMap<>();
    private Chromium chromium;

    @BeforeEach
    void aBrowserIsStarted() {
        chromium = Chromium.launch();
    }

    @AfterEach
    void theBrowserIsClosed() {
        chromium.close();
    }

    @DynamicPropertySource
    static void startAsTheReadmeSays(DynamicPropertyRegistry settings) {
        Matcher command = COMMAND.matcher(String.join("\n", tour()));
        assertThat(command.find()).isTrue();
        settings.add("nepsong.demo-until", () -> command.group(1));
    }

    @Test
    void theTourOfTheReadmeCanBeTaken() throws IOException {
        Files.createDirectories(PICTURES);
        List<String> steps = steps();
        assertThat(steps).hasSizeBetween(8, 15);
        for (String step : steps) {
            Matcher written = STEP.matcher(step);
            assertThat(written.matches())
                    .as("a step that can be followed: %s", step)
                    .isTrue();
            follow(step, written.group("login"), written.group("act"), written.group("what"));
        }
    }

    /** As the README shows them: a scorecard and the progress of the cycle. */
    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void theReadmesPicturesAreTakenInBothLanguages(String language) throws IOException {
        Files.createDirectories(PICTURES);
        Cookie spoken = new Cookie("language", language).setUrl("http://127.0.0.1:" + port);
        Page manager = logIn("manager");
        manager.context().addCookies(List.of(spoken));
        manager.navigate(
                "http://127.0.0.1:" + port + "/progress/2023",
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
        manager.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("progress-" + language + ".png")));

        Task task = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_inspect")
                .listPage(0, 1)
                .get(0);
        String inspector = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .map(group -> group.replace("inspectorAt", "") + "Inspector")
                .findFirst()
                .orElseThrow();
        TasklistPage inbox = TasklistPage.of(chromium, "http://127.0.0.1:" + port, inspector, WIDTH);
        inbox.page().context().addCookies(List.of(spoken));
        inbox.open(task.getId());
        assertThat(inbox.page().locator(".fjs-form").innerText())
                .contains(
                        language.equals("en") ? "Leader in charge and contact office assigned" : "Phân công lãnh đạo");
        inbox.page()
                .screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("scorecard-" + language + ".png")));
    }

    /** The numbered list below the heading of the tour. */
    private static List<String> steps() {
        return tour().stream().filter(line -> line.matches("\\d+\\. .*")).toList();
    }

    private static List<String> tour() {
        try {
            List<String> lines = Files.readAllLines(Path.of("README.md"));
            int heading = lines.indexOf("## Ten minutes through the demonstration");
            assertThat(heading).isNotNegative();
            return lines.subList(heading + 1, lines.size()).stream()
                    .takeWhile(line -> !line.startsWith("## "))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void follow(String step, String login, String act, String what) {
        int number = Integer.parseInt(step.substring(0, step.indexOf('.')));
        Path picture = PICTURES.resolve("%02d-%s.png".formatted(number, login));
        String read =
                switch (act) {
                    case "open" -> opens(login, what, picture);
                    case "start" -> starts(login, what, picture);
                    default -> completes(login, what, picture);
                };
        assertThat(expected(step)).as(step).isNotEmpty().allSatisfy(text -> assertThat(read)
                .containsIgnoringCase(text));
    }

    private static List<String> expected(String step) {
        List<String> texts = new ArrayList<>();
        Matcher quoted = READ.matcher(step);
        while (quoted.find()) {
            texts.add(quoted.group(1));
        }
        return texts;
    }

    private String opens(String login, String path, Path picture) {
        Page page = pages.computeIfAbsent(login, this::logIn);
        page.navigate(
                "http://127.0.0.1:" + port + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        return page.locator("body").innerText();
    }

    private String starts(String login, String process, Path picture) {
        TasklistPage inbox = inbox(login);
        inbox.chooseProcess(process);
        return fillAndHandIn(inbox, picture);
    }

    private String completes(String login, String name, Path picture) {
        TasklistPage inbox = inbox(login);
        Task task = awaited(name);
        inbox.open(task.getId());
        inbox.claim();
        String read = fillAndHandIn(inbox, picture);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
        return read;
    }

    /** @return what the form says */
    private static String fillAndHandIn(TasklistPage inbox, Path picture) {
        inbox.fillWhatIsRequired();
        String read = inbox.page().locator(".fjs-form").last().innerText();
        inbox.screenshot(picture);
        assertThat(inbox.submit()).as("%s", inbox.errors()).isTrue();
        return read;
    }

    /** What follows a form may need a job of the engine's. */
    private Task awaited(String name) {
        Page page = pages.values().iterator().next();
        page.waitForCondition(
                () -> tasks.createTaskQuery().taskName(name).count() > 0,
                new Page.WaitForConditionOptions().setTimeout(PATIENCE_MILLIS));
        return tasks.createTaskQuery().taskName(name).listPage(0, 1).get(0);
    }

    private TasklistPage inbox(String login) {
        return inboxes.computeIfAbsent(
                login, person -> TasklistPage.of(chromium, "http://127.0.0.1:" + port, person, WIDTH));
    }

    private Page logIn(String login) {
        Page page = chromium.newPerson(WIDTH, HEIGHT);
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate("http://127.0.0.1:" + port + "/login");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(Demonstration.PASSWORD);
        page.locator("button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }
}
