package nepsong.crossinspection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.Seats;
import nepsong.Trial;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Cycles;
import nepsong.directive.Teams;
import nepsong.engine.DemonstrationPeople;
import nepsong.organisation.People;
import nepsong.organisation.Unit;
import nepsong.selfassessment.Evidence;
import nepsong.selfassessment.LayOutScorecard;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfScore;
import nepsong.selfassessment.UnitChecklists;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One unit that another inspects, in a cycle of their own: what people do in their {@code cross-inspection}, and what has
 * become of it. The unit gave itself full marks.
 */
final class InspectedPair implements BeforeEachCallback, AfterEachCallback {

    static final String UNIT = "q-ba-dinh";
    static final String INSPECTING = "q-tay-ho";
    /** Of the same bloc. */
    static final String THIRD = "q-hoan-kiem";
    /** Whatever reason or explanation is asked for. */
    static final String LONG = "Đơn vị có đầy đủ hồ sơ, minh chứng và đề nghị Đoàn kiểm tra xem xét lại điểm này.";

    /** Why a sheet says nothing of where the visit began. */
    static final String INDOORS = "Kiểm tra trong nhà, không bắt được tín hiệu";

    private static final AtomicInteger CYCLES = new AtomicInteger();

    private final Desk desk;
    private final MovableClock clock;
    private final Cycles cycles;
    private final Teams teams;
    private final Scorecards scorecards;
    private final UnitChecklists checklists;
    private final LayOutScorecard layOut;
    private final DemonstrationPeople people;
    private final People persons;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final IdentityService identities;
    private final JdbcClient jdbc;

    private String cycle = "";

    InspectedPair(
            Desk desk,
            MovableClock clock,
            Cycles cycles,
            Teams teams,
            Scorecards scorecards,
            UnitChecklists checklists,
            LayOutScorecard layOut,
            DemonstrationPeople people,
            People persons,
            RuntimeService runtime,
            HistoryService history,
            IdentityService identities,
            JdbcClient jdbc) {
        this.desk = desk;
        this.clock = clock;
        this.cycles = cycles;
        this.teams = teams;
        this.scorecards = scorecards;
        this.checklists = checklists;
        this.layOut = layOut;
        this.people = people;
        this.persons = persons;
        this.runtime = runtime;
        this.history = history;
        this.identities = identities;
        this.jdbc = jdbc;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        begin();
    }

    /** In a new cycle each time. */
    void begin() {
        begin(Map.of());
    }

    /** @param more units of the bloc, with their names */
    void begin(Map<String, String> more) {
        Map<String, String> units = new LinkedHashMap<>();
        units.put(UNIT, "Quận Ba Đình");
        units.put(INSPECTING, "Quận Tây Hồ");
        units.put(THIRD, "Quận Hoàn Kiếm");
        units.putAll(more);
        people.seed(units);
        cycle = "pair-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now((Clock) clock)));
        cycles.configure(Trial.configuration(cycle, units.keySet().toArray(String[]::new)));
        Seats.give(teams, cycle, today(), "member1");
        layOut.layOut(cycle, UNIT);
        scorecards.writeSelf(
                cycle,
                UNIT,
                checklists.of(cycle, UNIT).criteria().stream()
                        .map(InspectedPair::fullMarks)
                        .toList());
        callIn(UNIT, "Quận Ba Đình", INSPECTING, "Quận Tây Hồ");
    }

    void callIn(String unit, String unitName, String inspecting, String inspectingName) {
        Map<String, Object> pair = Trial.unit(cycle, unit, unitName);
        pair.put("inspecting", inspecting);
        pair.put("inspectingKey", Unit.keyOf(inspecting));
        pair.put("inspectingName", inspectingName);
        runtime.startProcessInstanceByKey("cross-inspection", cycle + "/" + unit, pair);
    }

    /** A visit that was left open would keep its inspectors busy in the next test. */
    @Override
    public void afterEach(ExtensionContext test) {
        identities.clearAuthentication();
        jdbc.sql("delete from inspection_participants where cycle = ?")
                .param(cycle)
                .update();
        clock.reset();
    }

    String cycle() {
        return cycle;
    }

    /** The one open task of this kind that is about the inspected unit. */
    Task task(String name) {
        return desk.task(key(), name);
    }

    void complete(String name, Map<String, Object> values) {
        desk.complete(task(name), values);
    }

    /** Hands in the sheet with these findings, and with a photo of each. */
    void inspect(Consumer<Map<String, Object>> each, List<Map<String, Object>> found) {
        List<Map<String, Object>> rows = desk.rows(task("inspect"), "criteria");
        rows.forEach(each);
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("criteria", rows);
        sheet.put("findings", found);
        sheet.put("accuracyReason", INDOORS);
        desk.bringPhotosOfFindings(task("inspect"), 1, found.size());
        desk.bringEvidence(task("inspect"));
        complete("inspect", sheet);
    }

    /** Up to the explanation: of CS-A1, for which the inspectors gave two points less. */
    void loweredOnce() {
        complete("schedule", Map.of());
        inspect(
                row -> {
                    boolean lower = row.get("code").equals("CS-A1");
                    row.put("score", lower ? 2 : row.get("max"));
                    row.put("note", lower ? "Mới có một nửa số hồ sơ cần thiết" : null);
                },
                List.of());
        complete("writeMinutes", Map.of());
    }

    void disagree() {
        List<Map<String, Object>> asked = desk.rows(task("explain"), "criteria");
        asked.get(0).putAll(Map.of("agreed", false, "explanation", LONG));
        complete("explain", Map.of("criteria", asked));
    }

    boolean ended() {
        return history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("cross-inspection")
                        .processInstanceBusinessKey(key())
                        .finished()
                        .count()
                == 1;
    }

    ScorecardRow score(String criterion) {
        return scorecards.of(cycle, UNIT).stream()
                .filter(row -> row.criterion().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    /** How many are queued for this occasion. */
    int mails(String template) {
        return jdbc.sql("select count(*) from outbox where mail_key like ?")
                .param(template + "/" + cycle + "/%")
                .query(Integer.class)
                .single();
    }

    String nameOf(String person) {
        return persons.find(person).orElseThrow().name();
    }

    LocalDate today() {
        return LocalDate.now((Clock) clock);
    }

    private String key() {
        return cycle + "/" + UNIT;
    }

    private static SelfScore fullMarks(Criterion criterion) {
        return new SelfScore(criterion.code(), false, null, criterion.max(), null, Evidence.NONE);
    }
}
