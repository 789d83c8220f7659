package nepsong.progress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nepsong.MockBrowser;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.engine.DemonstrationPeople;
import nepsong.organisation.Groups;
import nepsong.progress.ManagedCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Every link of the managers' pages leads somewhere, and every number to as many rows as it says. */
@ProcessTest
class LinksTest {

    private static final String BEFORE = "1943";
    private static final String CYCLE = "1944";
    private static final Map<String, List<String>> BLOCS = Map.of(
            "khoi-1", List.of("so-y-te", "so-du-lich", "so-noi-vu"),
            "khoi-2", List.of("q-ba-dinh", "q-tay-ho", "q-hoan-kiem"));

    private static final Pattern LINK =
            Pattern.compile("<a\\b[^>]*\\bhref=\"([^\"]+)\"[^>]*>(.*?)</a>", Pattern.DOTALL);
    private static final Pattern NUMBER_OF_ROWS = Pattern.compile("(?:▲ )?(\\d+)");
    private static final Pattern PLACE = Pattern.compile("<td class=\"[^\"]*\\bplace\\b.*?</td>", Pattern.DOTALL);
    private static final Pattern TOTAL = Pattern.compile("id=\"total\"[^>]*>(\\d+)<");

    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final DemonstrationPeople people;
    private final MockMvc browser;
    private final Map<String, MockHttpServletResponse> answers = new HashMap<>();

    @Autowired
    LinksTest(JdbcClient jdbc, MovableClock clock, DemonstrationPeople people, WebApplicationContext context) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
        this.browser = MockBrowser.of(context);
    }

    @BeforeEach
    void aFullCycleWithOneBeforeIt() {
        people.seed(Map.of("q-ba-dinh", "Quận Ba Đình"));
        Instant now = Instant.now(clock);
        new ManagedCycle(jdbc, BEFORE, now.minus(Duration.ofDays(300)))
                .begun(60)
                .configured(BLOCS)
                .selfAssessed(false)
                .finished()
                .closed();
        new ManagedCycle(jdbc, CYCLE, now)
                .begun(60)
                .configured(BLOCS)
                .selfAssessed(true)
                .finished()
                .paired()
                .lateWish("q-ba-dinh")
                .lateBloc("khoi-1");
    }

    @AfterEach
    void nothingIsLeft() {
        ManagedCycle.forget(jdbc, CYCLE);
        ManagedCycle.forget(jdbc, BEFORE);
    }

    @Test
    void everyLinkAnswersAndEveryNumberIsThatManyRows() throws Exception {
        Deque<String> waiting = new ArrayDeque<>(List.of("/progress/" + CYCLE, "/progress?all"));
        Map<String, String> broken = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        while (!waiting.isEmpty()) {
            String path = waiting.poll();
            String page = body(path);
            if (answers.get(path).getStatus() != 200) {
                broken.put(path, String.valueOf(answers.get(path).getStatus()));
                continue;
            }
            Matcher links = LINK.matcher(PLACE.matcher(page).replaceAll(""));
            while (links.find()) {
                String to = links.group(1).replace("&amp;", "&").replaceFirst("#.*", "");
                if (!isToBeFollowed(to)) {
                    continue;
                }
                boolean known = answers.containsKey(to);
                String text = links.group(2).replaceAll("<[^>]*>", "").strip();
                Matcher number = NUMBER_OF_ROWS.matcher(text);
                if (number.matches() && to.contains("/tables/")) {
                    compared++;
                    Matcher total = TOTAL.matcher(body(to));
                    if (!total.find() || !total.group(1).equals(number.group(1))) {
                        wrong.add(path + " says " + text + " of " + to);
                    }
                }
                if (!known && !waiting.contains(to) && isCrawled(to)) {
                    waiting.add(to);
                } else if (!known) {
                    body(to);
                    if (answers.get(to).getStatus() != 200) {
                        broken.put(to, path);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(100);
    }

    /** Each table once, not once for every filter and order; the cycle before is only looked at where this one leads. */
    private static boolean isCrawled(String path) {
        return path.startsWith("/progress/" + CYCLE) && !(path.contains("/tables/") && path.contains("?"));
    }

    private static boolean isToBeFollowed(String path) {
        return (path.startsWith("/progress/" + CYCLE)
                        || path.startsWith("/progress/" + BEFORE)
                        || path.startsWith("/units/"))
                && !path.contains("sort=name")
                && !path.matches(".*/(csv|xlsx|overview\\.pdf)(\\?.*)?")
                && !(path.contains("sort=") && path.contains("desc=false"));
    }

    private String body(String path) throws Exception {
        MockHttpServletResponse answer = answers.get(path);
        if (answer == null) {
            answer = browser.perform(get(URI.create(path))
                            .accept("text/html")
                            .with(user("manager").roles(Groups.MANAGERS)))
                    .andReturn()
                    .getResponse();
            if (answer.getStatus() == 302) {
                answer = browser.perform(get(URI.create(String.valueOf(answer.getRedirectedUrl())))
                                .accept("text/html")
                                .with(user("manager").roles(Groups.MANAGERS)))
                        .andReturn()
                        .getResponse();
            }
            answers.put(path, answer);
        }
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
