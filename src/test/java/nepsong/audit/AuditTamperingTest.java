package nepsong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nepsong.audit.AuditVerdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A row that somebody with the whole database in hand, and without the key, changed, took away or slipped in is named. */
class AuditTamperingTest {

    private static final int ROWS = 40;

    private final Trail trail = new Trail(
            Trail.freshH2(),
            Clock.fixed(Instant.parse("2023-11-06T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh")),
            Trail.KEY);

    @ParameterizedTest(name = "{0}, position {1}")
    @MethodSource("tamperings")
    void whatIsDoneToARowIsNamedWithItsPlace(
            String what, long position, Kind kind, long named, Consumer<Place> tampering) {
        trail.fill(ROWS);
        trail.sealing.seal(false);
        Place place = new Place(trail, position, trail.eventAt(position));

        tampering.accept(place);

        AuditVerdict verdict = trail.chain.verify(null);
        assertThat(verdict.broken()).isNotNull();
        assertThat(verdict.broken().kind()).isEqualTo(kind);
        assertThat(verdict.broken().position()).isEqualTo(named);
        assertThat(verdict.broken().words()).contains(String.valueOf(named));
        assertThat(verdict.events()).isEqualTo(named - 1);
    }

    record Place(Trail trail, long position, long event) {}

    static Stream<Arguments> tamperings() {
        return Stream.of(1L, 20L, 40L)
                .flatMap(at -> Stream.of(
                        of("its score changed", at, Kind.CHANGED, column("after_values", "'{\"CS-A1\":100}'")),
                        of("its person changed", at, Kind.CHANGED, column("actor", "'hung'")),
                        of(
                                "its time changed",
                                at,
                                Kind.CHANGED,
                                column("happened_at", "timestamp '2020-01-01 00:00:00'")),
                        of("a refusal made a success", at, Kind.CHANGED, column("refused", "not refused")),
                        of("an address given to it", at, Kind.CHANGED, column("address", "'192.0.2.7'")),
                        of("its value taken away", at, Kind.CHANGED, column("after_values", "null")),
                        of("deleted", at, Kind.DELETED, place -> place.trail()
                                .sql("delete from audit_events where id = ?", place.event())),
                        of("deleted with its link", at, at == ROWS ? Kind.TRUNCATED : Kind.DELETED, place -> {
                            place.trail().sql("delete from audit_seals where event = ?", place.event());
                            place.trail().sql("delete from audit_events where id = ?", place.event());
                        }),
                        of(
                                "deleted and its successors moved up",
                                at,
                                at == ROWS ? Kind.TRUNCATED : Kind.REORDERED,
                                place -> {
                                    place.trail().sql("delete from audit_seals where event = ?", place.event());
                                    place.trail().sql("delete from audit_events where id = ?", place.event());
                                    for (long p = place.position() + 1; p <= ROWS; p++) {
                                        place.trail()
                                                .sql(
                                                        "update audit_seals set position = ? where position = ?",
                                                        p - 1,
                                                        p);
                                    }
                                }),
                        of("its link rewritten", at, Kind.REORDERED, place -> place.trail()
                                .sql(
                                        "update audit_seals set seal = ? where event = ?",
                                        "ab".repeat(32),
                                        place.event())),
                        of("nonsense for a link", at, Kind.REORDERED, place -> place.trail()
                                .sql("update audit_seals set seal = 'x' where event = ?", place.event()))));
    }

    private static Arguments of(String what, long position, Kind kind, Consumer<Place> tampering) {
        return Arguments.of(what, position, kind, position, tampering);
    }

    private static Consumer<Place> column(String name, String value) {
        return place ->
                place.trail().sql("update audit_events set " + name + " = " + value + " where id = ?", place.event());
    }

    @Test
    void twoRowsThatChangedPlacesAreNoticed() {
        trail.fill(ROWS);
        trail.sealing.seal(false);
        long first = trail.eventAt(10);
        long second = trail.eventAt(11);
        trail.sql("update audit_seals set event = -1 where position = 10");
        trail.sql("update audit_seals set event = ? where position = 11", first);
        trail.sql("update audit_seals set event = ? where position = 10", second);

        assertThat(trail.chain.verify(null).broken())
                .isEqualTo(
                        new AuditVerdict.Break(
                                Kind.REORDERED,
                                10,
                                second,
                                "Dòng số " + second
                                        + " (vị trí 10 trong chuỗi) không khớp với dòng đứng trước: đã bị đổi chỗ hoặc chèn vào."));
    }

    @Test
    void aRowThatWasSlippedInIsNeverSealedAndNamed() {
        trail.fill(ROWS);
        trail.sealing.seal(false);
        trail.sql(
                """
                insert into audit_events (nonce, happened_at, actor, on_behalf_of, action, refused, cycle, unit,
                    subject, reason, mac)
                select random_uuid(), happened_at, actor, on_behalf_of, action, refused, cycle, unit, subject, reason, mac
                from audit_events where id = ?
                """,
                trail.eventAt(5));
        trail.fill(3);

        AuditVerdict verdict = trail.chain.verify(null);

        assertThat(verdict.events()).isEqualTo(ROWS + 3);
        assertThat(verdict.broken().kind()).isEqualTo(Kind.INSERTED);
        assertThat(verdict.broken().event()).isEqualTo(ROWS + 1);
    }
}
