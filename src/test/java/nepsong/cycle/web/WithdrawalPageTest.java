package nepsong.cycle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nepsong.cycle.Cycles;
import nepsong.organisation.Demonstration;
import nepsong.security.RunningApplication;
import nepsong.security.Visitor;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a leader of the department sees and does. */
@RunningApplication
class WithdrawalPageTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
    private static final String REASON = "Thành phố dừng kiểm tra để phòng chống bão lụt";

    private final ProcessEngine engine;
    private final Cycles cycles;

    @LocalServerPort
    private int port;

    @Autowired
    WithdrawalPageTest(ProcessEngine engine, Cycles cycles) {
        this.engine = engine;
        this.cycles = cycles;
    }

    @Test
    void aLeaderWithdrawsACycleWithAReasonAndAConfirmation() {
        String cycle = start(2081);
        Visitor director = visitor("director");
        String page = "/cycles/" + cycle + "/withdrawal";
        assertThat(director.get("/guide").body()).contains("href=\"/cycles\"");
        assertThat(director.get("/cycles").body()).contains("href=\"" + page + "\"");
        assertThat(director.get(page).body()).contains("Đang tiến hành", "Quyết định dừng");

        post(director, page, "reason=" + encode(REASON));
        assertThat(director.get(page).body()).contains("Hãy đánh dấu xác nhận", REASON);
        post(director, page, "confirmed=true&reason=" + encode("Vì bão"));
        assertThat(director.get(page).body()).contains("“Lý do” cần từ 20 đến 20.000 ký tự (hiện có 6)");
        post(director, page, "confirmed=true&reason=" + encode("Vì bão. ".repeat(2_600)));
        assertThat(director.get(page).body()).contains("“Lý do” cần từ 20 đến 20.000 ký tự (hiện có 20799)");
        assertThat(tasks(cycle)).isEqualTo(1);

        assertThat(post(director, page, "confirmed=true&reason=" + encode(REASON))
                        .statusCode())
                .isEqualTo(302);
        assertThat(director.get(page).body())
                .contains("Kỳ " + cycle + " đã dừng", "Đã dừng")
                .doesNotContain("<textarea");
        assertThat(cycles.get(cycle).withdrawnAt()).isNotNull();
        assertThat(director.get("/cycles").body()).doesNotContain(page);
        assertThat(tasks(cycle)).isZero();
    }

    /** A double click, or two leaders at the same moment. */
    @Test
    void whatIsWithdrawnTwiceAtOnceIsWithdrawnOnceAndTheOtherIsTold() {
        Visitor director = visitor("director");
        for (int year = 2090; year < 2095; year++) {
            String cycle = start(year);
            String page = "/cycles/" + cycle + "/withdrawal";
            Matcher token = TOKEN.matcher(director.get(page).body());
            assertThat(token.find()).isTrue();
            String sent = "confirmed=true&reason=" + encode(REASON) + "&_csrf=" + encode(token.group(1));
            assertThat(Stream.generate(() -> CompletableFuture.supplyAsync(
                                    () -> director.form(page, sent).statusCode()))
                            .limit(2)
                            .toList()
                            .stream()
                            .map(CompletableFuture::join))
                    .containsOnly(302);
            assertThat(director.get(page).body()).contains("Đã dừng").doesNotContain("<textarea");
            assertThat(tasks(cycle)).isZero();
        }
    }

    @Test
    void whoeverClickedTwiceIsToldThatItIsDoneAndWhoeverComesLaterThatItWas() {
        Visitor director = visitor("director");
        String cycle = start(2079);
        String page = "/cycles/" + cycle + "/withdrawal";
        Matcher token = TOKEN.matcher(director.get(page).body());
        assertThat(token.find()).isTrue();
        String sent = "confirmed=true&_csrf=" + encode(token.group(1)) + "&reason=";
        director.form(page, sent + encode(REASON));
        director.form(page, sent + encode(REASON));

        assertThat(director.get(page).body())
                .contains("đã dừng. Những người liên quan")
                .doesNotContain("không thể dừng lại lần nữa");

        director.form(page, sent + encode(REASON + " khác"));
        assertThat(director.get(page).body()).contains("không thể dừng lại lần nữa");
    }

    @Test
    void whoHandsAFormInAtThatMomentDoesNotKeepTheCycleFromBeingWithdrawn() {
        Visitor director = visitor("director");
        Visitor office = visitor("office");
        for (int year = 2083; year < 2086; year++) {
            String cycle = start(year);
            String page = "/cycles/" + cycle + "/withdrawal";
            String plan = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(cycle)
                    .singleResult()
                    .getId();
            office.enginePost("task/" + plan + "/claim", "{\"userId\": \"office\"}");
            Matcher token = TOKEN.matcher(director.get(page).body());
            assertThat(token.find()).isTrue();
            String sent = "confirmed=true&reason=" + encode(REASON) + "&_csrf=" + encode(token.group(1));
            CompletableFuture<Integer> handedIn = CompletableFuture.supplyAsync(() ->
                    office.enginePost("task/" + plan + "/submit-form", "{}").statusCode());

            assertThat(director.form(page, sent).statusCode()).isEqualTo(302);
            assertThat(handedIn.join()).isIn(204, 400);
            assertThat(director.get(page).body()).contains("Đã dừng").doesNotContain("<textarea");
            assertThat(tasks(cycle)).isZero();
        }
    }

    @Test
    void nobodyElseComesNearIt() {
        String cycle = start(2082);
        String page = "/cycles/" + cycle + "/withdrawal";
        assertThat(visitor("office").get(page).statusCode()).isEqualTo(403);
        assertThat(visitor("office").get("/cycles").statusCode()).isEqualTo(403);
        assertThat(visitor("office").get("/guide").body()).doesNotContain("href=\"/cycles\"");
        assertThat(visitor("director")
                        .form(page, "confirmed=true&reason=" + encode(REASON))
                        .statusCode())
                .as("without the token")
                .isEqualTo(403);
        assertThat(visitor("director").get("/cycles/1999/withdrawal").statusCode())
                .isEqualTo(404);
        assertThat(cycles.get(cycle).isOver()).isFalse();
    }

    private String start(int year) {
        FormService forms = engine.getFormService();
        String parent = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("inspection-cycle")
                .latestVersion()
                .singleResult()
                .getId();
        return forms.submitStartForm(parent, Map.of("year", year, "name", "Kiểm tra năm " + year))
                .getBusinessKey();
    }

    private long tasks(String cycle) {
        TaskService tasks = engine.getTaskService();
        return tasks.createTaskQuery()
                .processVariableValueEquals("cycle", cycle)
                .count();
    }

    private Visitor visitor(String person) {
        Visitor visitor = new Visitor(port, engine.getName());
        visitor.logIn(person, Demonstration.PASSWORD);
        return visitor;
    }

    private static HttpResponse<String> post(Visitor visitor, String page, String body) {
        Matcher token = TOKEN.matcher(visitor.get(page).body());
        assertThat(token.find()).isTrue();
        return visitor.form(page, body + "&_csrf=" + encode(token.group(1)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
