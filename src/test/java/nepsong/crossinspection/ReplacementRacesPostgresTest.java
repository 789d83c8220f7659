package nepsong.crossinspection;

import static nepsong.crossinspection.InspectedPair.INSPECTING;
import static nepsong.crossinspection.InspectedPair.LONG;
import static nepsong.crossinspection.InspectedPair.UNIT;
import static nepsong.crossinspection.RingOfFive.NEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nepsong.Desk;
import nepsong.ProcessTest;
import nepsong.crossinspection.ReplaceInspectingUnit.Wish;
import nepsong.cycle.Refusal;
import nepsong.engine.SaveDraft;
import nepsong.organisation.Groups;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A unit is replaced in the moment in which its people do something with the visit: one comes first, and all of it. */
@ProcessTest
class ReplacementRacesPostgresTest {

    private static final int TIMES = 5;

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    @RegisterExtension
    final InspectedPair pair;

    private final Desk desk;
    private final Pairs pairs;
    private final Pairings pairings;
    private final Inspections inspections;
    private final ReplaceInspectingUnit replacing;
    private final RescheduleVisit rescheduling;
    private final SaveDraft drafts;
    private final WorkingCalendar calendar;
    private final TaskService tasks;
    private final JdbcClient jdbc;

    private Task sheet;

    @Autowired
    ReplacementRacesPostgresTest(
            AutowireCapableBeanFactory beans,
            Desk desk,
            Pairs pairs,
            Pairings pairings,
            Inspections inspections,
            ReplaceInspectingUnit replacing,
            RescheduleVisit rescheduling,
            SaveDraft drafts,
            WorkingCalendar calendar,
            TaskService tasks,
            JdbcClient jdbc) {
        this.pair = beans.createBean(InspectedPair.class);
        this.desk = desk;
        this.pairs = pairs;
        this.pairings = pairings;
        this.inspections = inspections;
        this.replacing = replacing;
        this.rescheduling = rescheduling;
        this.drafts = drafts;
        this.calendar = calendar;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    /** Ends with the tests' process, as the context does that uses it. */
    @DynamicPropertySource
    static void anotherDatabase(DynamicPropertyRegistry properties) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    @BeforeEach
    void aVisitIsPlannedAndItsSheetTakenOn() {
        RingOfFive.begin(pair, pairings);
        pair.complete("schedule", Map.of("participants", List.of("qtayhoInspector", "member1")));
        sheet = pair.task("inspect");
    }

    @AfterEach
    void theCycleIsForgotten() {
        jdbc.sql("update cycles set withdrawn_at = started_at where code = ?")
                .param(pair.cycle())
                .update();
    }

    @AfterAll
    static void nobodyRacesAnyMore() {
        THREADS.shutdownNow();
    }

    @RepeatedTest(TIMES)
    void theSheetIsHandedInOrTheUnitReplaced() throws Exception {
        List<Map<String, Object>> rows = desk.rows(sheet, "criteria");
        rows.forEach(row -> row.put("score", row.get("max")));
        desk.bringEvidence(sheet);
        Map<String, Object> values =
                Map.of("criteria", rows, "findings", List.of(), "accuracyReason", InspectedPair.INDOORS);

        Ended ended = race(() -> {
            desk.complete(sheet, values);
            return true;
        });

        assertThat(ended.other().isDone()).as("%s", ended).isNotEqualTo(ended.replaced());
        if (ended.replaced()) {
            theNextUnitHasTheSheet();
            assertThat(jdbc.sql("select count(*) from scorecard_rows where cycle = ? and cross_score is not null")
                            .param(pair.cycle())
                            .query(Integer.class)
                            .single())
                    .isZero();
        } else {
            assertThat(pairs.inspecting(pair.cycle(), UNIT)).contains(INSPECTING);
            assertThat(inspections.get(pair.cycle(), UNIT).inspecting()).isEqualTo(INSPECTING);
            assertThat(inspections.get(pair.cycle(), UNIT).crossSubmittedAt()).isNotNull();
            assertThat(pair.task("writeMinutes")).isNotNull();
            assertThat(replacements()).isZero();
            assertThat(pair.mails("cross-inspection.replaced")).isZero();
        }
    }

    @RepeatedTest(TIMES)
    void theVisitIsMovedBeforeOrNotAtAll() throws Exception {
        Inspection planned = inspections.get(pair.cycle(), UNIT);
        VisitMove move = new VisitMove(
                calendar.plus(planned.plannedAt().toLocalDate(), 2).atTime(14, 0),
                planned.place(),
                inspections.visitors(pair.cycle(), UNIT),
                LONG);

        Ended ended = race(() ->
                rescheduling.reschedule(pair.cycle(), UNIT, move, "secretary").isEmpty());

        assertThat(ended.replaced()).as("%s", ended).isTrue();
        theNextUnitHasTheSheet();
        Inspection now = inspections.get(pair.cycle(), UNIT);
        assertThat(now.plannedAt()).isEqualTo(ended.other().isDone() ? move.at() : planned.plannedAt());
        assertThat(pair.task("inspect").getDueDate()).isEqualTo(calendar.dueAt(now.dueOn()));
    }

    @RepeatedTest(TIMES)
    void nobodyReadsTheDraftOfTheExcusedUnit() throws Exception {
        tasks.claim(sheet.getId(), "qtayhoInspector");

        Ended ended = race(() -> drafts.save(
                        sheet.getId(),
                        "qtayhoInspector",
                        Map.of("opinionOnTheSpot", "Mới ghi một nửa"),
                        SaveDraft.Page.NONE)
                .isPresent());

        assertThat(ended.replaced()).as("%s", ended).isTrue();
        theNextUnitHasTheSheet();
        assertThat(desk.form(pair.task("inspect"))).doesNotContainValue("Mới ghi một nửa");
    }

    @RepeatedTest(TIMES)
    void nobodyOfTheExcusedUnitHasTheSheetInHand() throws Exception {
        Ended ended = race(() -> {
            tasks.claim(sheet.getId(), "qtayhoInspector");
            return true;
        });

        assertThat(ended.replaced()).as("%s", ended).isTrue();
        theNextUnitHasTheSheet();
    }

    private void theNextUnitHasTheSheet() {
        assertThat(pairs.inspecting(pair.cycle(), UNIT)).contains(NEXT);
        Inspection visit = inspections.get(pair.cycle(), UNIT);
        assertThat(visit.inspecting()).isEqualTo(NEXT);
        assertThat(visit.crossSubmittedAt()).isNull();
        assertThat(inspections.visitors(pair.cycle(), UNIT)).isEqualTo(new Visitors(List.of("member1"), null));
        Task anew = pair.task("inspect");
        assertThat(anew.getId()).isNotEqualTo(sheet.getId());
        assertThat(anew.getAssignee()).isNull();
        assertThat(tasks.getIdentityLinksForTask(anew.getId()))
                .singleElement()
                .satisfies(link -> assertThat(link.getGroupId()).isEqualTo(Groups.inspectorAt(NEXT)));
        assertThat(replacements()).isOne();
        assertThat(pair.mails("cross-inspection.taken-over")).isOne();
    }

    private int replacements() {
        return jdbc.sql("select count(*) from pair_replacements where cycle = ?")
                .param(pair.cycle())
                .query(Integer.class)
                .single();
    }

    /** @param refused what was thrown; null where nothing was */
    private record Deed(boolean isDone, @Nullable Throwable refused) {}

    private record Ended(boolean replaced, List<Refusal> refusals, Deed other) {}

    private Ended race(Callable<Boolean> other) throws Exception {
        CountDownLatch together = new CountDownLatch(2);
        Future<Deed> deed = THREADS.submit(() -> {
            together.countDown();
            together.await();
            try {
                return new Deed(other.call(), null);
            } catch (RuntimeException refused) {
                return new Deed(false, refused);
            }
        });
        Future<List<Refusal>> replacement = THREADS.submit(() -> {
            together.countDown();
            together.await();
            return replacing.replace(
                    pair.cycle(),
                    UNIT,
                    new Wish(INSPECTING, NEXT, "Đường vào đơn vị bị ngập từ hôm qua"),
                    "headOfTeam");
        });
        List<Refusal> refusals = replacement.get();
        return new Ended(refusals.isEmpty(), refusals, deed.get());
    }
}
