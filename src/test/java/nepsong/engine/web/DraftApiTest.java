package nepsong.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.ProcessTest;
import nepsong.Trial;
import nepsong.cycle.Cycles;
import nepsong.engine.DemonstrationPeople;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A half-filled scorecard is there again, for whoever holds it, until it is handed in. */
@ProcessTest
class DraftApiTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-ba-dinh";
    private static final String COORDINATOR = "qbadinhCoordinator";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockMvc web;
    private final Cycles cycles;
    private final DemonstrationPeople people;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Desk desk;
    private final JdbcClient jdbc;
    private final IdentityService identities;
    private Task task;

    @Autowired
    DraftApiTest(
            WebApplicationContext context,
            Cycles cycles,
            DemonstrationPeople people,
            RuntimeService runtime,
            TaskService tasks,
            Desk desk,
            JdbcClient jdbc,
            IdentityService identities) {
        this.web = MockMvcBuilders.webAppContextSetup(context).build();
        this.cycles = cycles;
        this.people = people;
        this.runtime = runtime;
        this.tasks = tasks;
        this.desk = desk;
        this.jdbc = jdbc;
        this.identities = identities;
    }

    @BeforeEach
    void aCoordinatorScores() {
        people.seed(Map.of(UNIT, "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ"));
        String cycle = "dr-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now()));
        cycles.configure(Trial.configuration(cycle, UNIT, "q-tay-ho"));
        String key = cycle + "/" + UNIT;
        runtime.startProcessInstanceByKey("self-assessment", key, Trial.unit(cycle, UNIT, "Quận Ba Đình"));
        desk.complete(desk.task(key, "acknowledge"), Map.of("received", true, "staffCount", 120));
        task = desk.task(key, "scoreCriteria");
        tasks.claim(task.getId(), COORDINATOR);
    }

    @Test
    void whatWasTypedIsThereAgainAndNothingElseWasTouched() throws Exception {
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.get(0).put("score", 2.5);
        rows.get(0).put("note", "Đang viết dở");
        rows.get(0).put("max", 100);
        rows.get(0).put("hacked", true);
        save(COORDINATOR, Map.of("criteria", rows, "hacked", "x"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.savedAt").exists());

        List<Map<String, Object>> again = desk.rows(task, "criteria");
        assertThat(again).hasSize(31);
        assertThat(again.get(0))
                .containsEntry("note", "Đang viết dở")
                .containsEntry("score", 2.5)
                .doesNotContainKey("hacked");
        assertThat(((Number) again.get(0).get("max")).intValue()).isEqualTo(4);
        assertThat(desk.form(task)).doesNotContainKey("hacked");
        assertThat(again.get(1)).doesNotContainKey("score");
    }

    @Test
    void rowsThatAreNotTheSameAnyMoreAreLeftAsTheTablesSay() throws Exception {
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.get(0).put("code", "CS-Z9");
        rows.get(0).put("score", 2.5);
        rows.remove(30);
        save(COORDINATOR, Map.of("criteria", rows)).andExpect(status().isOk());
        assertThat(desk.rows(task, "criteria")).hasSize(31);
        assertThat(desk.rows(task, "criteria").get(0))
                .containsEntry("code", "CS-A1")
                .doesNotContainKey("score");
    }

    @Test
    void nobodyElseReadsWhatIsNotHandedInAndWhatIsHandedInIsNotKeptTwice() throws Exception {
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.get(0).put("note", "Chưa nên để ai đọc");
        save(COORDINATOR, Map.of("criteria", rows)).andExpect(status().isOk());
        assertThat(note(COORDINATOR, "coordinatorAtqbadinh")).isEqualTo("Chưa nên để ai đọc");
        assertThat(note("manager", "managers")).isNull();

        desk.bringEvidence(task);
        rows.forEach(row -> row.put("score", row.get("max")));
        desk.complete(task, Map.of("criteria", rows));
        assertThat(drafts()).isZero();
    }

    private Object note(String person, String group) {
        identities.setAuthentication(person, List.of(group, "staff"));
        try {
            return desk.rows(task, "criteria").get(0).get("note");
        } finally {
            identities.clearAuthentication();
        }
    }

    @Test
    void onlyWhoHoldsTheTaskSavesAndNotBeyondMeasure() throws Exception {
        for (String person : List.of("qbadinhHead", "secretary", "qtayhoCoordinator", "admin")) {
            save(person, Map.of("criteria", List.of())).andExpect(status().isNotFound());
        }
        save(COORDINATOR, Map.of("note", "x".repeat(2_100_000))).andExpect(status().isPayloadTooLarge());
        web.perform(put(path()).principal(() -> COORDINATOR).content("[1")).andExpect(status().isBadRequest());
        assertThat(drafts()).isZero();
    }

    @Test
    void whoHoldsTheTaskLearnsSinceWhenAndFromWhomThereIsADraft() throws Exception {
        web.perform(get(path()).principal(() -> COORDINATOR)).andExpect(status().isNoContent());
        save(COORDINATOR, Map.of("criteria", desk.rows(task, "criteria"))).andExpect(status().isOk());
        String name = jdbc.sql("select first_ || ' ' || last_ from act_id_user where id_ = ?")
                .param(COORDINATOR)
                .query(String.class)
                .single();
        web.perform(get(path()).principal(() -> COORDINATOR))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.savedAt").exists())
                .andExpect(jsonPath("$.savedBy").value(name));
        for (String person : List.of("qbadinhHead", "secretary", "qtayhoCoordinator", "admin")) {
            web.perform(get(path()).principal(() -> person)).andExpect(status().isNoContent());
        }
    }

    @Test
    void theDraftsOfDoneTasksGoWithTheNextOneThatIsSaved() throws Exception {
        jdbc.sql(
                        "insert into form_drafts (task, content, saved_at, saved_by) values ('done', '{}', current_timestamp, 'a')")
                .update();
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        save(COORDINATOR, Map.of("criteria", rows)).andExpect(status().isOk());
        assertThat(drafts()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from form_drafts where task = 'done'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int drafts() {
        return jdbc.sql("select count(*) from form_drafts where task = ?")
                .param(task.getId())
                .query(Integer.class)
                .single();
    }

    /** A form that stayed open at the office, and was gone on with at home. */
    @Test
    void aPageDoesNotWriteOverWhatWasSavedElsewhereSince() throws Exception {
        String atTheOffice =
                savedFrom("office", "", "Sáng").andReturn().getResponse().getContentAsString();
        String opened = JSON.readTree(atTheOffice).path("savedAt").asText();
        savedFrom("home", opened, "Tối").andExpect(status().isOk());
        savedFrom("home", opened, "Tối muộn").andExpect(status().isOk());

        savedFrom("office", opened, "Sáng hôm sau")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("đã có bản lưu mới hơn")));
        savedFrom("never told", "", "x").andExpect(status().isConflict());

        assertThat(desk.rows(task, "criteria").get(0)).containsEntry("note", "Tối muộn");
        save(COORDINATOR, Map.of("criteria", noted("của chương trình"))).andExpect(status().isOk());
        savedFrom("x".repeat(65), "", "x").andExpect(status().isBadRequest());
        assertThat(desk.rows(task, "criteria").get(0)).containsEntry("note", "của chương trình");
    }

    private ResultActions savedFrom(String page, String known, String note) throws Exception {
        return web.perform(put(path())
                .param("page", page)
                .param("known", known)
                .principal(() -> COORDINATOR)
                .content(JSON.writeValueAsBytes(Map.of("criteria", noted(note)))));
    }

    private List<Map<String, Object>> noted(String note) {
        List<Map<String, Object>> rows = desk.rows(task, "criteria");
        rows.get(0).put("note", note);
        return rows;
    }

    private ResultActions save(String person, Map<String, ?> values) throws Exception {
        return web.perform(put(path()).principal(() -> person).content(JSON.writeValueAsBytes(values)));
    }

    private String path() {
        return "/api/tasks/" + task.getId() + "/draft";
    }
}
