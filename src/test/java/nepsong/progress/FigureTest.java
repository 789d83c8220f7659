package nepsong.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nepsong.organisation.WorkingCalendar;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Every figure equals what the rows behind it add up to. */
class FigureTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final WorkingCalendar CALENDAR = WorkingCalendar.with(List.of());
    private static final Pattern TO_ROWS =
            Pattern.compile("/progress/\\{(\\w+)}/tables/([a-z-]+|\\{\\w+})(?:\\?(.*))?");
    private static final Map<String, List<String>> BLOCS = Map.of(
            "khoi-1", List.of("so-y-te", "so-du-lich", "so-noi-vu"),
            "khoi-2", List.of("q-ba-dinh", "q-tay-ho", "q-hoan-kiem", "q-dong-da", "q-ha-dong"));

    private JdbcClient jdbc;
    private Listings listings;
    private Workload workload;

    DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
    }

    String dialect() {
        return "h2";
    }

    @BeforeEach
    void twoCyclesOneBeforeTheOther() {
        DataSource database = database();
        Flyway.configure().dataSource(database).load().migrate();
        ResourceDatabasePopulator tables = new ResourceDatabasePopulator();
        for (String part : List.of("engine", "history", "identity")) {
            tables.addScript(new ClassPathResource(
                    "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(dialect(), part)));
        }
        DatabasePopulatorUtils.execute(tables, database);
        jdbc = JdbcClient.create(database);
        listings = new JdbcListings(database, CALENDAR, Clock.fixed(NOW, java.time.ZoneOffset.UTC));
        workload = new JdbcWorkload(jdbc);
        criteria();
        int[] position = {0};
        BLOCS.values().stream().flatMap(List::stream).sorted().forEach(unit -> jdbc.sql(
                        "insert into units (code, position, kind, name, english_name, area, valid_from) values (?, ?, 'district', ?, ?, ?, ?)")
                .params(unit, position[0]++, unit, unit, unit, LocalDate.of(2008, 1, 1))
                .update());
        new ManagedCycle(jdbc, "2021", NOW.minus(Duration.ofDays(300)))
                .begun(60)
                .configured(BLOCS)
                .selfAssessed(false)
                .finished()
                .closed();
        new ManagedCycle(jdbc, "2022", NOW)
                .begun(60)
                .configured(BLOCS)
                .selfAssessed(true)
                .finished()
                .paired();
    }

    private void criteria() {
        jdbc.sql("insert into checklist_versions values (1, 'Bộ tiêu chí', current_timestamp, 'office')")
                .update();
        int position = 0;
        for (String criterion : List.of("CS-A1", "CS-A2", "CS-B1", "CS-B2", "CS-C1")) {
            jdbc.sql(
                            """
                            insert into criteria (version, position, set_code, code, group_letter, group_name, group_english, text,
                                   english_text, max, method, evidence, evidence_required)
                            values (1, ?, 'workplace', ?, ?, 'Nhóm', 'Group', 'Nội dung', 'Text', 4, 'BOOL', '', false)
                            """)
                    .params(position++, criterion, criterion.substring(3, 4))
                    .update();
        }
    }

    @Test
    void everyFigureThatLeadsToRowsIsTheirNumber() {
        int compared = 0;
        for (Listing listing : listings.all()) {
            for (Row row : listings.all(listing, "2022")) {
                for (Column column : listing.columns()) {
                    if (column.kind() == Column.Kind.COUNT && column.link() != null) {
                        compared += compare(row, column);
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(60);
    }

    @Test
    void noStepIsNamedWithWhatTheModelComputes() {
        List<String> steps = Stream.of("activities", "activity-instances")
                .flatMap(name -> listings.all(listings.find(name).orElseThrow(), "2022").stream())
                .map(row -> row.text("name"))
                .toList();

        assertThat(steps).contains("Lập phiếu chấm", "Tự đánh giá").noneMatch(step -> step.contains("{"));
    }

    @Test
    void aTaskAndTheModelCallAStepAlike() {
        assertThat(Stream.of(
                                "Báo cáo khắc phục TT-12 – Quận Ba Đình",
                                "Báo cáo khắc phục ${findingCode} – ${unitName}",
                                "Báo cáo khắc phục (người thứ ${loopCounter + 1}) – ${unitName}",
                                "Báo cáo khắc phục (người thứ 2) – Sở Y tế",
                                "Báo cáo khắc phục")
                        .map(name -> jdbc.sql("select " + WorkListings.stepIn("cast(? as varchar(200))"))
                                .param(name)
                                .query(String.class)
                                .single()))
                .containsOnly("Báo cáo khắc phục");
    }

    @Test
    void whatTheEngineWentThroughIsCountedByItsOwnRows() {
        Listing activities = listings.find("activities").orElseThrow();
        Listing instances = listings.find("activity-instances").orElseThrow();

        assertThat(listings.all(activities, "2022"))
                .extracting(row -> row.text("type"))
                .contains("userTask", "callActivity", "serviceTask", "businessRuleTask");
        assertThat(listings.all(activities, "2022")).allSatisfy(activity -> {
            Map<String, String> one =
                    Map.of("process", activity.text("process"), "activity", activity.text("activity"));
            List<Row> rows = listings.page(instances, ListingSearch.of("2022", one), 0, 1_000);
            assertThat(rows.stream().filter(row -> row.text("state").equals("done")))
                    .hasSize((int) activity.count("done"));
            assertThat(rows.stream()
                            .map(row -> row.score("hours"))
                            .filter(Objects::nonNull)
                            .max(BigDecimal::compareTo))
                    .isEqualTo(java.util.Optional.ofNullable(activity.score("longest_hours")));
            assertSame(mean(rows.stream().map(row -> row.score("hours"))), activity.score("mean_hours"));
        });
    }

    private static @Nullable BigDecimal mean(Stream<@Nullable BigDecimal> numbers) {
        List<BigDecimal> known = numbers.filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : known.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(known.size()), 2, RoundingMode.HALF_UP);
    }

    private static void assertSame(@Nullable BigDecimal ofRows, @Nullable BigDecimal figure) {
        if (ofRows == null) {
            assertThat(figure).isNull();
        } else {
            assertThat(figure).isEqualByComparingTo(ofRows);
        }
    }

    @Test
    void theMeanDaysOfACorrectionAreThoseOfTheFindingsThatWereClosed() {
        Listing findings = listings.find("findings").orElseThrow();
        List<Row> types = listings.all(listings.find("finding-types").orElseThrow(), "2022");

        assertThat(types).anyMatch(type -> type.get("mean_days") != null).allSatisfy(type -> {
            Map<String, String> behind = Map.of("type", type.text("type"), "state", "closed");
            List<Row> rows = listings.page(findings, ListingSearch.of("2022", behind), 0, 1_000);
            assertSame(mean(rows.stream().map(FigureTest::daysUntilClosed)), type.score("mean_days"));
        });
    }

    private static BigDecimal daysUntilClosed(Row finding) {
        Instant found = (Instant) Objects.requireNonNull(finding.get("found_at"));
        Instant closed = (Instant) Objects.requireNonNull(finding.get("closed_at"));
        return BigDecimal.valueOf(Duration.between(found, closed).toSeconds())
                .divide(BigDecimal.valueOf(Duration.ofDays(1).toSeconds()), 6, RoundingMode.HALF_UP);
    }

    @Test
    void theShareOfAGradeAndTheMeanScoreAreThoseOfTheRankedUnits() {
        Listing ranking = listings.find("ranking").orElseThrow();
        int ranked = listings.count(ranking, ListingSearch.all("2022"));

        assertThat(listings.all(listings.find("grades").orElseThrow(), "2022"))
                .hasSize(5)
                .allSatisfy(grade -> assertThat(grade.score("share"))
                        .isEqualByComparingTo(BigDecimal.valueOf(100L
                                        * listings.count(
                                                ranking,
                                                ListingSearch.of("2022", Map.of("grade", grade.text("grade")))))
                                .divide(BigDecimal.valueOf(ranked), 2, RoundingMode.HALF_UP)));
        assertThat(listings.all(listings.find("trend").orElseThrow(), "2022"))
                .extracting(cycle -> cycle.text("code"))
                .containsExactly("2021", "2022");
        assertThat(listings.all(listings.find("trend").orElseThrow(), "2022"))
                .allSatisfy(cycle -> assertSame(
                        mean(listings.all(ranking, cycle.text("code")).stream().map(row -> row.score("final_score"))),
                        cycle.score("mean_score")));
    }

    private int compare(Row row, Column column) {
        Matcher link = TO_ROWS.matcher(String.valueOf(column.link()));
        if (!link.matches()) {
            return 0;
        }
        String cycle = link.group(1).equals("cycle") ? "2022" : row.text(link.group(1));
        Map<String, String> filters = new HashMap<>();
        for (String filter :
                link.group(3) == null ? new String[0] : link.group(3).split("&")) {
            String[] parts = filter.split("=", 2);
            String value = parts[1].startsWith("{")
                    ? row.text(parts[1].substring(1, parts[1].length() - 1))
                    : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            filters.put(parts[0], value);
        }
        String table = link.group(2);
        Listing rows = listings.find(table.startsWith("{") ? row.text(table.substring(1, table.length() - 1)) : table)
                .orElseThrow();
        assertThat(filters.keySet())
                .allSatisfy(key -> assertThat(rows.column(key)).isPresent());
        assertThat(row.count(column.key()))
                .as("%s of %s, behind it %s %s", column.key(), row, rows.name(), filters)
                .isEqualTo(listings.count(rows, ListingSearch.of(cycle, filters)));
        return 1;
    }

    @Test
    void aTableReadUnitByUnitIsTheWholeTable() {
        Listing scores = listings.find("scores").orElseThrow();
        Listing inOneGo = new Listing(
                scores.name(), scores.title(), scores.explanation(), scores.columns(), scores.sql(), scores.order());
        List<List<Object>> all = values(listings.all(inOneGo, "2022"));

        assertThat(scores.parts()).isNotNull();
        assertThat(all).hasSize(8 * 5);
        assertThat(values(listings.all(scores, "2022"))).isEqualTo(all);
        assertThat(listings.count(scores, ListingSearch.all("2022"))).isEqualTo(all.size());
        for (int offset : List.of(0, 3, 5, 37, 40, 100)) {
            assertThat(values(listings.page(scores, ListingSearch.all("2022"), offset, 7)))
                    .isEqualTo(all.subList(Math.min(offset, 40), Math.min(offset + 7, 40)));
        }
    }

    private static List<List<Object>> values(List<Row> rows) {
        return rows.stream().map(Row::values).toList();
    }

    @Test
    void theStagesFiguresAreTheNumbersOfTheirTasks() {
        List<Work> works = workload.of("2022", NOW);
        for (Stage stage : Stage.values()) {
            List<Work> own = works.stream()
                    .filter(work -> stage.processes().contains(work.process()))
                    .toList();
            assertThat(tasks(Map.of("stage", stage.code(), "state", "open")))
                    .isEqualTo(own.stream().mapToInt(Work::open).sum());
            assertThat(tasks(Map.of("stage", stage.code(), "state", "done")))
                    .isEqualTo(own.stream().mapToInt(Work::done).sum());
            assertThat(tasks(Map.of("stage", stage.code(), "late", "yes")))
                    .isEqualTo(own.stream().mapToInt(Work::late).sum());
        }
        assertThat(works.stream().mapToInt(Work::late).sum()).isPositive();
    }

    private int tasks(Map<String, String> filters) {
        return listings.count(listings.find("tasks").orElseThrow(), ListingSearch.of("2022", filters));
    }

    @Test
    void theShareOfAGroupIsWhatItsCriteriaAddUpTo() {
        Listing scores = listings.find("scores").orElseThrow();
        List<Row> groups = listings.all(listings.find("groups").orElseThrow(), "2022");

        assertThat(groups).hasSize(8 * 3).allSatisfy(group -> {
            Map<String, String> behind = Map.of("unit", group.text("unit"), "group_code", group.text("group_code"));
            List<Row> rows = listings.page(scores, ListingSearch.of("2022", behind), 0, 100);
            for (String who : List.of("self", "cross", "final")) {
                assertThat(group.score(who + "_percent")).isEqualByComparingTo(percent(rows, who + "_score"));
            }
        });
    }

    private static BigDecimal percent(List<Row> rows, String column) {
        return sum(rows, column)
                .multiply(BigDecimal.valueOf(100))
                .divide(sum(rows, "highest"), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<Row> rows, String column) {
        return rows.stream().map(row -> row.score(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void theCalibrationIsWhatTheComparedCriteriaAddUpTo() {
        Listing scores = listings.find("scores").orElseThrow();

        assertThat(listings.all(listings.find("calibration").orElseThrow(), "2022"))
                .hasSize(8)
                .allSatisfy(inspector -> {
                    Map<String, String> behind = Map.of("inspecting", inspector.text("inspecting"), "compared", "yes");
                    List<Row> rows = listings.page(scores, ListingSearch.of("2022", behind), 0, 1_000);
                    assertThat(inspector.score("self_cross"))
                            .isEqualByComparingTo(apart(rows, "self_score", "cross_score"));
                    assertThat(inspector.score("cross_final"))
                            .isEqualByComparingTo(apart(rows, "cross_score", "final_score"));
                    assertThat(inspector.text("verdict")).isIn("even", "harsh", "lenient");
                });
    }

    private static BigDecimal apart(List<Row> rows, String first, String second) {
        return sum(rows, first)
                .subtract(sum(rows, second))
                .multiply(BigDecimal.valueOf(100))
                .divide(sum(rows, "highest"), 2, RoundingMode.HALF_UP);
    }

    @Test
    void theRankingTellsTheChangeSinceTheCycleBeforeAndWhyAGradeIsCapped() {
        List<Row> ranking = listings.all(listings.find("ranking").orElseThrow(), "2022");

        assertThat(ranking).hasSize(8).allSatisfy(row -> {
            assertThat(row.count("moved")).isEqualTo(row.count("previous_rank") - row.count("rank"));
            assertThat(row.text("caps").isEmpty()).isEqualTo(row.count("rank") != 2);
        });
        assertThat(listings.all(listings.find("ranking").orElseThrow(), "2021"))
                .allSatisfy(row -> assertThat(row.get("previous_rank")).isNull());
        assertThat(listings.all(listings.find("grades").orElseThrow(), "2021"))
                .as("without a cycle before there is nothing to count, not even none")
                .allSatisfy(row -> assertThat(row.get("previous_units")).isNull());
    }

    @Test
    void aCapThatChangedNothingIsNoReasonForAGrade() {
        jdbc.sql(
                        """
                        insert into result_caps
                        select cycle, unit, 1, 'V10', 'GOOD', 'Chưa đạt 100% ký cam kết.' from results
                        where cycle = '2022' and rank_in_bloc in (2, 3)
                        """)
                .update();
        try {
            List<Row> ranking = listings.all(listings.find("ranking").orElseThrow(), "2022");

            assertThat(ranking)
                    .filteredOn(row -> row.count("rank") == 2)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.text("caps"))
                            .as("both hold back an excellent unit")
                            .endsWith("Xuất sắc.; Chưa đạt 100% ký cam kết."));
            assertThat(ranking)
                    .filteredOn(row -> row.count("rank") == 3)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.text("caps"))
                            .as("a good unit is good with it and without it")
                            .isEmpty());
        } finally {
            jdbc.sql("delete from result_caps where cycle = '2022' and code = 'V10'")
                    .update();
        }
    }

    @Test
    void anApprovedPairNamesItsGroupAndItsVisitUnlessThatIsToBeASurprise() {
        team("member3");
        visit("q-ba-dinh", true);
        visit("q-tay-ho", false);
        jdbc.sql("update pairs set team_group = 0 where cycle = '2022' and bloc = 'khoi-2'")
                .update();

        assertThat(visitOf("q-ba-dinh"))
                .containsExactly(
                        "Tổ 1",
                        LocalDateTime.of(2022, 5, 9, 9, 0)
                                .atZone(WorkingCalendar.ZONE)
                                .toInstant(),
                        "Nguyễn Văn An");
        assertThat(visitOf("q-tay-ho")).containsExactly("Tổ 1", null, null);

        jdbc.sql("update inspections set visit_started_at = planned_at where unit = 'q-tay-ho'")
                .update();
        assertThat(visitOf("q-tay-ho")).doesNotContainNull();
    }

    private List<@Nullable Object> visitOf(String unit) {
        Row pair = listings.page(
                        listings.find("pairs").orElseThrow(), ListingSearch.of("2022", Map.of("unit", unit)), 0, 10)
                .get(0);
        return Arrays.asList(pair.get("group_name"), pair.get("planned_at"), pair.get("observer_name"));
    }

    private void team(String observer) {
        jdbc.sql("insert into teams values ('2022', 'Nhiệm vụ', ?, ?, 480, 'QĐ-SVHTT', ?, 'office', current_timestamp)")
                .params(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31), LocalDate.of(2022, 1, 1))
                .update();
        jdbc.sql("insert into team_groups (cycle, position, name, head, scope) values ('2022', 0, 'Tổ 1', ?, '')")
                .param(observer)
                .update();
        jdbc.sql("insert into act_id_user (id_, rev_, first_, last_) values (?, 1, 'Nguyễn', 'Văn An')")
                .param(observer)
                .update();
    }

    private void visit(String unit, boolean announced) {
        jdbc.sql("update inspections set announced = ?, planned_at = ? where cycle = '2022' and unit = ?")
                .params(announced, LocalDateTime.of(2022, 5, 9, 9, 0), unit)
                .update();
        jdbc.sql(
                        "insert into inspection_participants (cycle, unit, person, observer) values ('2022', ?, 'member3', true), ('2022', ?, 'somebody', false)")
                .params(unit, unit)
                .update();
    }

    @Test
    void onlyApprovedPairsAreListed() {
        jdbc.sql("update pairings set approved_at = null where cycle = '2022' and bloc = 'khoi-1'")
                .update();

        assertThat(listings.all(listings.find("pairs").orElseThrow(), "2022"))
                .hasSize(5)
                .allSatisfy(pair -> assertThat(pair.text("bloc")).isEqualTo("khoi-2"));
    }

    @Test
    void aUnitThatTwoCyclesPassedByIsNamed() {
        jdbc.sql(
                        "insert into units (code, position, kind, name, english_name, area, valid_from) values ('h-xa', 1, 'rural-district', 'Huyện Xa', 'Far', 'Xa', ?)")
                .param(LocalDate.of(2008, 1, 1))
                .update();
        Listing coverage = listings.find("coverage").orElseThrow();

        assertThat(listings.page(coverage, ListingSearch.of("2022", Map.of("two_cycles", "yes")), 0, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.text("unit")).isEqualTo("h-xa"));
        assertThat(listings.count(coverage, ListingSearch.of("2022", Map.of("inspected", "yes"))))
                .isEqualTo(8);
    }
}
