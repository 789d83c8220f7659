package nepsong.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAwardRecords implements AwardRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcAwardRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Confirmation> confirmation(String nomination) {
        return jdbc.sql(
                        """
                        select members, present, in_favour, confirmed, reason from nomination_confirmations
                        where nomination = ?
                        """)
                .param(nomination)
                .query((row, n) -> new Confirmation(
                        nomination, row.getInt(1), row.getInt(2), row.getInt(3), row.getBoolean(4), row.getString(5)))
                .optional();
    }

    @Override
    public Optional<AwardDecision> decision(String nomination) {
        return jdbc.sql(
                        """
                        select signed, reason, document_number, document_symbol, issued_on from award_decisions
                        where nomination = ?
                        """)
                .param(nomination)
                .query((row, n) -> new AwardDecision(
                        nomination,
                        row.getBoolean(1),
                        row.getString(2),
                        row.getObject(3, Integer.class),
                        row.getString(4),
                        row.getObject(5, LocalDate.class)))
                .optional();
    }

    @Override
    public void add(Confirmation confirmation, String by) {
        jdbc.sql(
                        """
                        insert into nomination_confirmations
                               (nomination, members, present, in_favour, confirmed, reason, confirmed_by, confirmed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        confirmation.nomination(),
                        confirmation.members(),
                        confirmation.present(),
                        confirmation.inFavour(),
                        confirmation.confirmed(),
                        confirmation.reason(),
                        by,
                        now())
                .update();
    }

    @Override
    public void consolidate(String nomination, boolean takenUp, @Nullable String reason, String by) {
        jdbc.sql(
                        """
                        insert into nomination_consolidations
                               (nomination, taken_up, reason, consolidated_by, consolidated_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(nomination, takenUp, reason, by, now())
                .update();
    }

    @Override
    public void add(AwardDecision decision, String by) {
        jdbc.sql(
                        """
                        insert into award_decisions (nomination, signed, reason, document_number, document_symbol,
                               issued_on, decided_by, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        decision.nomination(),
                        decision.signed(),
                        decision.reason(),
                        decision.documentNumber(),
                        decision.documentSymbol(),
                        decision.issuedOn(),
                        by,
                        now())
                .update();
    }

    @Override
    public void add(AwardPublication publication, String by) {
        jdbc.sql(
                        """
                        insert into award_publications (nomination, awarded_on, place, article, article_link, channels,
                               photo_published, published_by, published_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        publication.nomination(),
                        publication.awardedOn(),
                        publication.place(),
                        publication.article(),
                        publication.articleLink(),
                        String.join(",", publication.channels()),
                        publication.photoPublished(),
                        by,
                        now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
