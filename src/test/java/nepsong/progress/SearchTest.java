package nepsong.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nepsong.organisation.WorkingCalendar;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Rows are found by the words that are shown, and stand in the order that a Vietnamese reader expects. */
class SearchTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final WorkingCalendar CALENDAR = WorkingCalendar.with(List.of());
    private static final String CYCLE = "2022";

    private JdbcClient jdbc;
    private Listings listings;

    DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
    }

    String dialect() {
        return "h2";
    }

    String vendor() {
        return "h2";
    }

    @BeforeEach
    void aCycleWithLateUnits() {
        DataSource database = database();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor())
                .load()
                .migrate();
        ResourceDatabasePopulator tables = new ResourceDatabasePopulator();
        for (String part : List.of("engine", "history", "identity")) {
            tables.addScript(new ClassPathResource(
                    "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(dialect(), part)));
        }
        DatabasePopulatorUtils.execute(tables, database);
        jdbc = JdbcClient.create(database);
        listings = new JdbcListings(database, CALENDAR, Clock.fixed(NOW, ZoneOffset.UTC));
        jdbc.sql("insert into checklist_versions values (1, 'Bộ tiêu chí', current_timestamp, 'office')")
                .update();
        jdbc.sql(
                        """
                        insert into criteria (version, position, set_code, code, group_letter, group_name, group_english, text,
                               english_text, max, method, evidence, evidence_required)
                        values (1, 1, 'workplace', 'CS-A1', 'A', 'Nhóm', 'Group', 'Nội dung', 'Text', 4, 'BOOL', '', false)
                        """)
                .update();
        Map.of("q-dong-da", "Quận Đống Đa", "q-ba-dinh", "Quận Ba Đình", "so-y-te", "Sở Y tế")
                .forEach((code, name) -> jdbc.sql(
                                "insert into units (code, position, kind, name, english_name, area, valid_from) values (?, 1, 'district', ?, 'x', ?, ?)")
                        .params(code, name, name, LocalDate.of(2008, 1, 1))
                        .update());
        new ManagedCycle(jdbc, CYCLE, NOW)
                .begun(60)
                .configured(Map.of(
                        "khoi-1", List.of("so-y-te", "so-du-lich"),
                        "khoi-2", List.of("q-ba-dinh", "q-tay-ho", "q-hoan-kiem", "q-dong-da", "q-ha-dong")))
                .selfAssessed(true)
                .finished();
    }

    @Test
    void aUnitIsFoundWithAndWithoutDiacriticsAndInCapitals() {
        for (String text : List.of("Đống Đa", "đống đa", "dong da", "ĐỐNG ĐA", "Quận Đống Đa")) {
            assertThat(listings.page(listing("coverage"), searchFor(text), 0, 10))
                    .as(text)
                    .extracting(row -> row.text("unit"))
                    .containsExactly("q-dong-da");
        }
    }

    @Test
    void aCodeIsFoundByTheWordThatIsShownForIt() {
        assertThat(count("tasks", "tự đánh giá"))
                .isGreaterThanOrEqualTo(
                        listings.count(listing("tasks"), ListingSearch.of(CYCLE, Map.of("stage", "self-assessment"))))
                .isPositive();
        assertThat(count("ranking", "Tốt"))
                .isGreaterThanOrEqualTo(
                        listings.count(listing("ranking"), ListingSearch.of(CYCLE, Map.of("grade", "GOOD"))))
                .isPositive();
        assertThat(count("findings", "tai dien")).isZero();
        assertThat(count("ranking", "EXCELLENT")).isZero();
    }

    @Test
    void everyColumnSortsBothWaysPageByPageWithTheEmptyOnesLast() {
        for (Listing listing : listings.all()) {
            List<Row> all = listings.all(listing, CYCLE);
            for (Column column : listing.shown()) {
                for (boolean descending : List.of(false, true)) {
                    ListingSearch search = new ListingSearch(CYCLE, Map.of(), null, column.key(), descending);
                    List<Row> sorted = new ArrayList<>();
                    for (int offset = 0; offset < all.size(); offset += 7) {
                        sorted.addAll(listings.page(listing, search, offset, 7));
                    }
                    List<Row> read = new ArrayList<>();
                    listings.each(listing, search, read::add);
                    String where = listing.name() + "." + column.key() + " " + descending;

                    assertThat(sorted).as(where).containsExactlyInAnyOrderElementsOf(all);
                    assertThat(read).as(where).isEqualTo(sorted);
                    assertOrder(where, column, sorted, descending);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void assertOrder(String where, Column column, List<Row> rows, boolean descending) {
        Comparator<String> dictionary = Vietnamese.order();
        List<Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(shown(column, row.get(column.key()))));
        int empty = values.indexOf(null);
        assertThat(values.subList(empty < 0 ? values.size() : empty, values.size()))
                .as(where)
                .allMatch(Objects::isNull);
        List<Object> filled = new ArrayList<>(values.subList(0, empty < 0 ? values.size() : empty));
        if (descending) {
            Collections.reverse(filled);
        }
        for (int i = 1; i < filled.size(); i++) {
            int compared = filled.get(i) instanceof String text
                    ? dictionary.compare((String) filled.get(i - 1), text)
                    : ((Comparable<Object>) filled.get(i - 1)).compareTo(filled.get(i));
            assertThat(compared).as(where + " " + filled).isNotPositive();
        }
    }

    private static Object shown(Column column, Object value) {
        if (value instanceof String text) {
            return text.isBlank() ? null : column.names().getOrDefault(text, text);
        }
        return value;
    }

    /** Tasklist has its tasks sorted by the database. */
    @Test
    void theDatabaseKnowsTheOrderOfADictionaryToo() {
        List<String> sorted = List.of(
                "Bả",
                "Bã",
                "Ba Đình",
                "Bà Rịa",
                "Bá Thước",
                "Bạc",
                "Băng",
                "Bằng",
                "Bận",
                "Cấu hình",
                "Cho ý kiến",
                "Công bố",
                "Dự thảo",
                "Đánh giá",
                "ĐÔNG",
                "Đống Đa",
                "Hà Đông",
                "Hai Bà Trưng",
                "Ở",
                "Ưu",
                "Xem");
        List<String> shuffled = new ArrayList<>(sorted);
        Collections.reverse(shuffled);
        String values = shuffled.stream().map(name -> "('" + name + "')").collect(Collectors.joining(", "));
        assertThat(jdbc.sql("select name from (values " + values + ") names (name) order by vietnamese_order(name)")
                        .query(String.class)
                        .list())
                .isEqualTo(sorted);
    }

    private int count(String name, String text) {
        return listings.count(listing(name), searchFor(text));
    }

    private static ListingSearch searchFor(String text) {
        return new ListingSearch(CYCLE, Map.of(), text, null, false);
    }

    private Listing listing(String name) {
        return listings.find(name).orElseThrow();
    }
}
