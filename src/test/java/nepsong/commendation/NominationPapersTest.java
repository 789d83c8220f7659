package nepsong.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.engine.DemonstrationPeople;
import nepsong.evidence.BroughtPapers;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of a nomination that no cycle knows of: they tell of people, and only what was awarded is for everybody. */
@ProcessTest
class NominationPapersTest {

    private static final String HEAD = "qbadinhHead";
    private static final String COORDINATOR = "qbadinhCoordinator";
    private static final String SHY = "Nguyễn Văn Kín";

    /** Of another unit, without a part in nominations, and without a role. */
    private static final List<String> STRANGERS = List.of(
            "qtayhoHead",
            "qtayhoCoordinator",
            "qbadinhInspector",
            "member1",
            "headOfTeam",
            "manager",
            "nobody",
            "admin");

    private final Desk desk;
    private final MovableClock clock;
    private final BroughtPapers papers;
    private final Nominations nominations;
    private final DemonstrationPeople people;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;

    @Autowired
    NominationPapersTest(
            Desk desk,
            MovableClock clock,
            BroughtPapers papers,
            Nominations nominations,
            DemonstrationPeople people,
            RuntimeService runtime,
            JdbcClient jdbc) {
        this.desk = desk;
        this.clock = clock;
        this.papers = papers;
        this.nominations = nominations;
        this.people = people;
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void peopleAreThere() {
        people.seed(Map.of("q-ba-dinh", "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ"));
    }

    @AfterEach
    void theClockGoesBack() {
        clock.reset();
    }

    @Test
    void whatANominationIsArguedWithIsReadByThoseWhoHandleItAndByNobodyElse() throws Exception {
        String key = nominated(today());
        Task confirm = desk.task(key, "confirmByUnit");
        papers.aForgedTaskIsUnknown(HEAD, "TTR");
        String request = papers.bring(HEAD, confirm, "TTR");
        papers.bring(HEAD, confirm, "BCTT");
        papers.bring(HEAD, confirm, "BBH");
        papers.bring(HEAD, confirm, "ANH");
        papers.isRefused(HEAD, confirm, "QDKT", "Không có tiêu chí");
        papers.seesBeside(COORDINATOR, confirm, request);
        for (String person : List.of("office", "awardOffice", "council1", "cityLeader")) {
            papers.findsNothingBeside(person, confirm, "TTR");
            papers.doesNotRead(person, request);
        }
        confirm(key);

        Task consolidate = desk.task(key, "consolidate");
        assertThat(desk.form(consolidate)).containsEntry("files", "4").containsEntry("fileCount", 4);
        papers.seesBeside("office", consolidate, request);
        papers.staysAsItIs("office", consolidate, request);
        papers.isRefused("office", consolidate, "TTR", "Không có tiêu chí");
        for (String person : List.of(HEAD, COORDINATOR, "office", "awardOffice", "council1", "cityLeader")) {
            papers.reads(person, request);
        }
        for (String person : STRANGERS) {
            papers.findsNothingBeside(person, consolidate, "TTR");
            papers.doesNotRead(person, request);
        }
        assertThat(jdbc.sql("select actor from audit_events where action = 'evidence.read' and subject = ?")
                        .param(request)
                        .query(String.class)
                        .list())
                .as("whoever is not of the unit")
                .containsExactlyInAnyOrder("office", "awardOffice", "council1", "cityLeader");
        assertThat(jdbc.sql(
                                "select count(*) from evidence where unit = 'q-ba-dinh' and nomination = ? and cycle is null")
                        .param(id(key))
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);

        takeUp(key);
        Task appraise = desk.task(key, "appraise");
        papers.seesBeside("awardOffice", appraise, request);
        desk.complete(
                appraise, Map.of("incomplete", true, "supplementRequest", "Bổ sung biên bản họp của hội đồng đơn vị"));
        Task supplement = desk.task(key, "supplement");
        papers.staysAsItIs(COORDINATOR, supplement, request);
        String more = papers.bring(COORDINATOR, supplement, "BBH");
        papers.seesBeside(COORDINATOR, supplement, more);
        for (String person : STRANGERS) {
            papers.findsNothingBeside(person, supplement, "BBH");
        }
    }

    @Test
    void whatPutsItBeforeTheCityIsReadByThoseWhoHandleItAndNotByTheUnit() throws Exception {
        String key = nominated(today());
        papers.isRefused(HEAD, desk.task(key, "confirmByUnit"), "TTTP", "Không có tiêu chí");
        confirm(key);
        Task consolidate = desk.task(key, "consolidate");
        String submission = papers.bring("office", consolidate, "TTTP");
        takeUp(key);
        Task appraise = desk.task(key, "appraise");
        papers.staysAsItIs("awardOffice", appraise, submission);
        String more = papers.bring("awardOffice", appraise, "TTTP");
        papers.doesNotSeeBeside(HEAD, appraise, submission);
        desk.complete(appraise, Map.of());
        clock.forward(Duration.ofDays(15));
        desk.runJobs();
        for (Task ballot : desk.tasks(key, "vote")) {
            papers.seesBeside(ballot.getAssignee(), ballot, submission);
            papers.isRefused(ballot.getAssignee(), ballot, "TTTP", "chỉ để xem");
            desk.complete(ballot, Map.of("decision", "approve"));
        }
        desk.runJobs();
        Task decide = desk.task(key, "decide");
        papers.seesBeside("cityLeader", decide, more);
        papers.takesAway("cityLeader", decide, papers.bring("cityLeader", decide, "TTTP"));
        desk.complete(decide, AwardEnd.signed(today()));
        Task publish = desk.task(key, "publish");
        papers.seesBeside("office", publish, submission);
        desk.complete(publish, AwardEnd.publication(today()));
        for (String person : List.of("office", "awardOffice", "council1", "cityLeader")) {
            papers.reads(person, submission);
        }
        papers.doesNotRead(HEAD, submission);
        papers.doesNotRead(COORDINATOR, submission);
        for (String person : STRANGERS) {
            papers.doesNotRead(person, submission);
        }
    }

    @Test
    void theDecisionIsReadByAllWhoWorkHereOnceTheAwardIsPublishedAndPhotosWherePublished() throws Exception {
        String key = nominated(today());
        toTheDecision(key);
        Task decide = desk.task(key, "decide");
        String decision = papers.bring("cityLeader", decide, "QDKT");
        for (String person : List.of("office", "council1", HEAD, "manager")) {
            papers.doesNotRead(person, decision);
        }
        desk.complete(decide, AwardEnd.signed(today()));
        papers.reads(HEAD, decision);
        papers.doesNotRead("manager", decision);

        Task publish = desk.task(key, "publish");
        papers.staysAsItIs("office", publish, decision);
        String photo = papers.bring("office", publish, "ANHTT");
        papers.doesNotRead(HEAD, photo);
        Map<String, Object> published = new LinkedHashMap<>(AwardEnd.publication(today()));
        published.put("photoPublished", true);
        desk.complete(publish, published);
        for (String person : List.of("qtayhoHead", "qbadinhInspector", "member1", "manager", "office")) {
            papers.reads(person, decision);
            papers.reads(person, photo);
            assertThat(papers.page(person, "/postings")).contains("/papers/" + decision, "/papers/" + photo);
        }
        for (String person : List.of("nobody", "admin")) {
            papers.doesNotRead(person, decision);
            papers.doesNotRead(person, photo);
            assertThat(papers.page(person, "/postings")).doesNotContain(decision);
        }
    }

    @Test
    void photosAreNotTakenWithoutConsentNorShownWhereNoneWerePublished() throws Exception {
        String key = nominated(null);
        papers.isRefused(HEAD, desk.task(key, "confirmByUnit"), "ANH", "Không có tiêu chí");
        toTheDecision(key);
        desk.complete(desk.task(key, "decide"), AwardEnd.signed(today()));
        Task publish = desk.task(key, "publish");
        papers.isRefused("office", publish, "ANHTT", "Không có tiêu chí");
        String decision = papers.bring("office", publish, "QDKT");
        papers.reads("cityLeader", decision);
        desk.complete(publish, AwardEnd.publication(today()));
        assertThat(papers.page("manager", "/postings"))
                .as("who did not agree is not named where it stays")
                .contains("/papers/" + decision)
                .doesNotContain(SHY);

        String agreed = nominated(today());
        toTheDecision(agreed);
        desk.complete(desk.task(agreed, "decide"), AwardEnd.signed(today()));
        String photo = papers.bring("office", desk.task(agreed, "publish"), "ANHTT");
        desk.complete(desk.task(agreed, "publish"), AwardEnd.publication(today()));
        papers.doesNotRead("qtayhoHead", photo);
        papers.reads("office", photo);
    }

    @Test
    void whoeverMadeANominationReadsHowFarItIsAndWhyItStopped() throws Exception {
        String stranger = "qtayhoInspector";
        String refused = nominated(today(), stranger);
        confirm(refused);
        assertThat(papers.page(stranger, "/postings")).contains(id(refused), "Chờ tổng hợp");
        String reason = "Thành tích này đã được đưa vào một hồ sơ khác.";
        desk.complete(desk.task(refused, "consolidate"), Map.of("decision", "refuse", "reason", reason));
        assertThat(papers.page(stranger, "/postings")).contains(id(refused), "Không đưa vào danh sách", reason);
        for (String person : List.of(HEAD, "office", "nobody")) {
            assertThat(papers.page(person, "/postings")).doesNotContain(id(refused), reason);
        }
        assertThat(links(refused, stranger)).containsExactly("/postings#own");
        assertThat(links(refused, HEAD)).containsExactly("/units/q-ba-dinh#commendations");

        for (String decision : List.of("unit", "council", "city")) {
            String stopped = nominated(today(), stranger);
            String why = stopped(stopped, decision);
            assertThat(papers.page(stranger, "/postings")).as(decision).contains(why);
        }
    }

    /** @return why */
    private String stopped(String key, String by) {
        String reason = "Chưa đủ cơ sở, theo " + by + " đã xem xét.";
        switch (by) {
            case "unit" ->
                desk.complete(
                        desk.task(key, "confirmByUnit"),
                        Map.of("members", 9, "present", 8, "decision", "refuse", "reason", reason));
            case "council" -> {
                toTheVote(key);
                desk.tasks(key, "vote")
                        .forEach(task -> desk.complete(task, Map.of("decision", "against", "reason", reason)));
                desk.runJobs();
                return "Không đạt tỷ lệ đồng ý 70%";
            }
            default -> {
                toTheDecision(key);
                desk.complete(desk.task(key, "decide"), Map.of("decision", "refuse", "reason", reason));
            }
        }
        return reason;
    }

    private List<String> links(String key, String person) {
        return jdbc
                .sql("select facts from outbox where mail_key like ? and recipient_person = ?")
                .params("commendation.outcome/" + id(key) + "/%", person)
                .query(String.class)
                .list()
                .stream()
                .map(facts -> facts.replaceFirst(".*\"link\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private String nominated(@Nullable LocalDate consentOn) {
        return nominated(consentOn, COORDINATOR);
    }

    private String nominated(@Nullable LocalDate consentOn, String proposer) {
        Nomination nomination = Nomination.fresh(
                null,
                "q-ba-dinh",
                consentOn == null
                        ? new Subject(SubjectType.PERSON, SHY, 1980, null, "Phường Ngọc Hà")
                        : new Subject(SubjectType.COLLECTIVE, "Tổ dân phố số 5", null, null, "Phường Ngọc Hà"),
                AwardForm.COMMENDATION_LETTER,
                new Achievement("Giữ gìn ngõ xóm sạch đẹp. ".repeat(10), today().minusDays(40), today(), null, null),
                consentOn,
                proposer,
                clock.instant());
        nominations.add(nomination);
        String key = "khen-thuong/" + nomination.id();
        runtime.startProcessInstanceByKey(
                "commendation",
                key,
                Map.of(
                        "nomination", nomination.id(),
                        "unit", "q-ba-dinh",
                        "unitKey", "qbadinh",
                        "unitName", "Quận Ba Đình"));
        return key;
    }

    private void toTheDecision(String key) {
        toTheVote(key);
        desk.tasks(key, "vote").forEach(task -> desk.complete(task, Map.of("decision", "approve")));
        desk.runJobs();
    }

    private void toTheVote(String key) {
        confirm(key);
        takeUp(key);
        desk.complete(desk.task(key, "appraise"), Map.of());
        clock.forward(Duration.ofDays(15));
        desk.runJobs();
    }

    private void confirm(String key) {
        desk.complete(
                desk.task(key, "confirmByUnit"),
                Map.of("members", 9, "present", 8, "inFavour", 8, "decision", "approve"));
    }

    private void takeUp(String key) {
        desk.complete(
                desk.task(key, "consolidate"),
                Map.of(
                        "decision", "approve",
                        "dossierComplete", true,
                        "rightSubject", true,
                        "rightAuthority", true,
                        "noDuplicate", true));
    }

    private static String id(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(((Clock) clock).instant(), WorkingCalendar.ZONE);
    }
}
