package nepsong.unitfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.engine.DemonstrationPeople;
import nepsong.progress.ManagedCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who may open a unit's file, what stands in it for whom, and that looks from outside are recorded. */
@ProcessTest
class UnitFileTest {

    private static final String UNIT = "q-ba-dinh";
    private static final String NOW = "1943";
    private static final String BEFORE = "1942";

    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final DemonstrationPeople people;
    private final MockMvc browser;

    @Autowired
    UnitFileTest(JdbcClient jdbc, MovableClock clock, DemonstrationPeople people, WebApplicationContext context) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
        this.browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @BeforeEach
    void aUnitWithTwoCycles() {
        people.seed(Map.of(UNIT, "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ", "q-dong-da", "Quận Đống Đa"));
        Instant now = Instant.now(clock);
        Map<String, List<String>> blocs = Map.of("khoi-1", List.of(UNIT, "q-tay-ho", "q-dong-da"));
        new ManagedCycle(jdbc, BEFORE, now.minus(Duration.ofDays(360)))
                .begun(60)
                .configured(blocs)
                .selfAssessed(false)
                .finished()
                .closed();
        new ManagedCycle(jdbc, NOW, now)
                .begun(60)
                .configured(blocs)
                .selfAssessed(true)
                .finished();
        jdbc.sql(
                        "insert into pairings values (?, 'khoi-1', 1, 7, 0, '', '', false, false, ?, null, null, null, ?, 'x', '')")
                .params(NOW, java.sql.Timestamp.from(now), java.sql.Timestamp.from(now))
                .update();
        jdbc.sql("insert into pairs values (?, 'khoi-1', 1, ?, 'q-tay-ho', 0)")
                .params(NOW, UNIT)
                .update();
        jdbc.sql("delete from publications where cycle = ?").param(NOW).update();
        jdbc.sql("update findings set description = 'Bảng ở sảnh đã bạc màu' where cycle = ?")
                .param(NOW)
                .update();
    }

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("delete from pairs where cycle = ?").param(NOW).update();
        jdbc.sql("delete from pairings where cycle = ?").param(NOW).update();
        ManagedCycle.forget(jdbc, NOW);
        ManagedCycle.forget(jdbc, BEFORE);
    }

    @Test
    void theUnitSeesItsOwnAndIsNotRecorded() throws Exception {
        int before = looks();
        String page = open("qbadinhCoordinator", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .contains("Hồ sơ đơn vị", "Quận Ba Đình", "CS-A1", "Có hồ sơ kèm theo", "Đã xem tại chỗ")
                .contains("/units/q-ba-dinh?cycle=" + BEFORE)
                .contains("Chưa công bố");
        assertThat(looks()).isEqualTo(before);
    }

    @Test
    void aResultIsTheManagersBeforeItIsEverybodys() throws Exception {
        String grade = jdbc.sql("select grade from results where cycle = ? and unit = ?")
                .params(NOW, UNIT)
                .query(String.class)
                .single();
        assertThat(grade).isEqualTo("EXCELLENT");
        int before = looks();
        assertThat(open("manager", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .contains("Xuất sắc", "chưa công bố", "Tập thể q-ba-dinh");
        assertThat(looks()).isEqualTo(before + 1);
        assertThat(open("qbadinhHead", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("chưa công bố");
    }

    @Test
    void itsInspectorSeesTheCycleThatTheyInspectAndNoNominations() throws Exception {
        assertThat(open("qtayhoInspector", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .contains("CS-A1")
                .doesNotContain("Tập thể q-ba-dinh")
                .doesNotContain("/units/q-ba-dinh?cycle=" + BEFORE);
        assertThat(open("qtayhoInspector", "?cycle=" + BEFORE).getStatus()).isEqualTo(404);
    }

    @Test
    void forEverybodyElseThereIsNoSuchFile() throws Exception {
        for (String person :
                List.of("qtayhoCoordinator", "qdongdaInspector", "admin", "council1", "awardOffice", "cityLeader")) {
            assertThat(open(person, "").getStatus()).as(person).isEqualTo(404);
        }
        assertThat(open("manager", "?cycle=1700").getStatus()).isEqualTo(404);
        assertThat(browser.perform(get("/units/q-khong-co").with(user("manager")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    private MockHttpServletResponse open(String person, String query) throws Exception {
        return browser.perform(get("/units/" + UNIT + query).with(user(person)))
                .andReturn()
                .getResponse();
    }

    private int looks() {
        return jdbc.sql("select count(*) from audit_events where action = 'unit-file.read' and unit = ?")
                .param(UNIT)
                .query(Integer.class)
                .single();
    }
}
