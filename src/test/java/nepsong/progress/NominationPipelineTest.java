package nepsong.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.commendation.Nomination;
import nepsong.commendation.NominationState;
import nepsong.commendation.Nominations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pipeline that managers see says of each nomination what the nomination says of itself. */
@ProcessTest
class NominationPipelineTest {

    private static final String RUNNING = "1941";
    private static final String STOPPED = "1942";

    private final JdbcClient jdbc;
    private final Listings listings;
    private final Nominations nominations;
    private final Instant now;
    private final List<String> ids = new ArrayList<>();

    @Autowired
    NominationPipelineTest(JdbcClient jdbc, Listings listings, Nominations nominations, MovableClock clock) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.nominations = nominations;
        this.now = Instant.now(clock);
    }

    @AfterEach
    void nothingIsLeft() {
        for (String table : List.of(
                "award_publications",
                "award_decisions",
                "nomination_vote_results",
                "nomination_appraisals",
                "nomination_consolidations",
                "nomination_confirmations")) {
            jdbc.sql("delete from " + table + " where nomination in (:ids)")
                    .param("ids", ids)
                    .update();
        }
        jdbc.sql("delete from nominations where id in (:ids)").param("ids", ids).update();
        ManagedCycle.forget(jdbc, RUNNING);
        ManagedCycle.forget(jdbc, STOPPED);
    }

    @Test
    void everyStateIsTheOneThatTheNominationHas() {
        everyWay(new ManagedCycle(jdbc, RUNNING, now).begun(30), RUNNING);
        everyWay(new ManagedCycle(jdbc, STOPPED, now).begun(30), STOPPED);
        jdbc.sql("update cycles set withdrawn_at = current_timestamp, withdrawn_by = 'director' where code = ?")
                .param(STOPPED)
                .update();
        everyWay(new ManagedCycle(jdbc, RUNNING, now), RUNNING + "-x");
        jdbc.sql("update nominations set cycle = null where id like ?")
                .param(RUNNING + "-x%")
                .update();

        Map<String, String> shown = new HashMap<>();
        listings.all(listing("nominations"), RUNNING).forEach(row -> shown.put(row.text("name"), row.text("state")));
        listings.all(listing("nominations"), STOPPED).forEach(row -> shown.put(row.text("name"), row.text("state")));
        listings.all(listing("nominations-outside"), RUNNING)
                .forEach(row -> shown.put(row.text("name"), row.text("state")));

        assertThat(listings.all(listing("awards"), RUNNING)).singleElement().satisfies(row -> {
            assertThat(row.text("decision")).isEqualTo("1/QĐ");
            assertThat(nominations.find(row.text("name")).orElseThrow().state()).isEqualTo(NominationState.SIGNED);
        });
        assertThat(ids).hasSize(3 * NominationState.values().length - 3).allSatisfy(id -> {
            Nomination nomination = nominations.get(id);
            assertThat(shown.get(nomination.subject().name()))
                    .as(id)
                    .isEqualTo(nomination.state().name());
        });
        assertThat(shown.values()).contains(names());
        Listing states = listing("nomination-states");
        listings.all(states, STOPPED).forEach(row -> assertThat(row.count("nominations"))
                .isEqualTo(listings.count(
                        listing("nominations"), ListingSearch.of(STOPPED, Map.of("state", row.text("state"))))));
        assertThat(listings.all(states, STOPPED).stream()
                        .filter(row -> row.text("state").equals("WITHDRAWN"))
                        .mapToLong(row -> row.count("nominations")))
                .allMatch(count -> count > 0);
        assertThat(listings.all(states, RUNNING).stream()
                        .mapToLong(row -> row.count("outside"))
                        .sum())
                .isEqualTo(listings.count(listing("nominations-outside"), ListingSearch.all(RUNNING)));
    }

    /** Each step has had its say, and the last does not hide the others. */
    @Test
    void everyReasonOnTheWayIsTold() {
        everyWay(new ManagedCycle(jdbc, RUNNING, now).begun(30), RUNNING);
        String passed = RUNNING + "-passed";
        appraised(passed, "ELIGIBLE");

        ListingSearch counted = ListingSearch.of(RUNNING, Map.of("state", NominationState.PASSED.name()));
        assertThat(listings.page(listing("nominations"), counted, 0, 10))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("name")).isEqualTo(passed);
                    assertThat(row.text("reason")).isEqualTo("Lý do · Đủ phiếu");
                });
    }

    private static String[] names() {
        return java.util.Arrays.stream(NominationState.values()).map(Enum::name).toArray(String[]::new);
    }

    /** One nomination for each answer that there may be; only a stop of the cycle closes one without an answer. */
    private void everyWay(ManagedCycle cycle, String prefix) {
        for (NominationState state : NominationState.values()) {
            if (state == NominationState.WITHDRAWN) {
                continue;
            }
            String id = prefix + "-" + state.name().toLowerCase(java.util.Locale.ROOT);
            ids.add(id);
            cycle.nominated(id, "q-ba-dinh");
            jdbc.sql("update nominations set name = ? where id = ?")
                    .params(id, id)
                    .update();
            record(id, state);
        }
    }

    private void record(String id, NominationState state) {
        var at = now.atOffset(ZoneOffset.UTC);
        switch (state) {
            case CONFIRMED, NOT_CONFIRMED ->
                jdbc.sql(
                                """
                        insert into nomination_confirmations (nomination, members, present, in_favour, confirmed,
                               confirmed_by, confirmed_at)
                        values (?, 9, 9, 9, ?, 'head', ?)
                        """)
                        .params(id, state == NominationState.CONFIRMED, at)
                        .update();
            case TAKEN_UP, NOT_TAKEN_UP ->
                jdbc.sql(
                                """
                        insert into nomination_consolidations (nomination, taken_up, consolidated_by, consolidated_at)
                        values (?, ?, 'awardOffice', ?)
                        """)
                        .params(id, state == NominationState.TAKEN_UP, at)
                        .update();
            case ON_HOLD -> appraised(id, "ON_HOLD");
            case TO_SUPPLEMENT -> appraised(id, "SUPPLEMENT");
            case INELIGIBLE -> appraised(id, "REFUSED");
            case VOTING -> appraised(id, "ELIGIBLE");
            case PASSED, NOT_PASSED ->
                jdbc.sql(
                                """
                        insert into nomination_vote_results (nomination, members, voted, in_favour, required_percent,
                               passed, reason, counted_at)
                        values (?, 9, 9, 9, 80, ?, 'Đủ phiếu', ?)
                        """)
                        .params(id, state == NominationState.PASSED, at)
                        .update();
            case SIGNED, NOT_SIGNED ->
                jdbc.sql(
                                """
                        insert into award_decisions (nomination, signed, document_number, document_symbol, issued_on,
                               decided_by, decided_at)
                        values (?, ?, 1, 'QĐ', ?, 'cityLeader', ?)
                        """)
                        .params(id, state == NominationState.SIGNED, LocalDate.ofInstant(now, ZoneOffset.UTC), at)
                        .update();
            case AWARDED ->
                jdbc.sql(
                                """
                        insert into award_publications (nomination, awarded_on, place, article, channels,
                               photo_published, published_by, published_at)
                        values (?, ?, 'Hà Nội', 'Bài', 'Cổng', false, 'office', ?)
                        """)
                        .params(id, LocalDate.ofInstant(now, ZoneOffset.UTC), at)
                        .update();
            default -> assertThat(state).isEqualTo(NominationState.PROPOSED);
        }
    }

    private void appraised(String id, String outcome) {
        jdbc.sql(
                        """
                        insert into nomination_appraisals (nomination, round, under_discipline, under_investigation,
                               complaint_being_verified, press_report_being_verified, same_achievement_awarded, civil_servant,
                               outcome, reason, award_form, appraised_by, appraised_at)
                        values (?, 1, false, false, false, false, false, true, ?, 'Lý do', 'CERTIFICATE_OF_MERIT', 'a', ?)
                        """)
                .params(id, outcome, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Listing listing(String name) {
        return listings.find(name).orElseThrow();
    }
}
