package nepsong.commendation;

import java.math.BigDecimal;
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
                        select members, present, in_favour, confirmed, papers, reason from nomination_confirmations
                        where nomination = ?
                        """)
                .param(nomination)
                .query((row, n) -> new Confirmation(
                        nomination,
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getString(6)))
                .optional();
    }

    @Override
    public Optional<Consolidation> consolidation(String nomination) {
        return jdbc.sql(
                        """
                        select taken_up, dossier_complete, right_subject, right_authority, no_duplicate, reason
                        from nomination_consolidations where nomination = ?
                        """)
                .param(nomination)
                .query((row, n) -> new Consolidation(
                        nomination,
                        row.getBoolean(1)
                                ? new Consolidation.Checks(
                                        row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), row.getBoolean(5))
                                : null,
                        row.getString(6)))
                .optional();
    }

    @Override
    public Optional<AwardDecision> decision(String nomination) {
        return jdbc.sql(
                        """
                        select signed, reason, document_number, document_symbol, issued_on, decision_text, prize_multiple,
                               prize_base
                        from award_decisions where nomination = ?
                        """)
                .param(nomination)
                .query((row, n) -> new AwardDecision(
                        nomination,
                        row.getBoolean(1),
                        row.getString(2),
                        row.getObject(3, Integer.class),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getString(6),
                        prize(row.getBigDecimal(7), row.getObject(8, Long.class))))
                .optional();
    }

    @Override
    public boolean isPhotoPublished(String nomination) {
        return jdbc.sql("select 1 from award_publications where nomination = ? and photo_published")
                .param(nomination)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Decisions of before prizes were calculated have none. */
    private static @Nullable Prize prize(@Nullable BigDecimal multiple, @Nullable Long base) {
        return multiple == null || base == null ? null : new Prize(multiple, base);
    }

    @Override
    public void add(Confirmation confirmation, String by) {
        jdbc.sql(
                        """
                        insert into nomination_confirmations
                               (nomination, members, present, in_favour, confirmed, papers, reason, confirmed_by,
                                confirmed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        confirmation.nomination(),
                        confirmation.members(),
                        confirmation.present(),
                        confirmation.inFavour(),
                        confirmation.confirmed(),
                        confirmation.papers(),
                        confirmation.reason(),
                        by,
                        now())
                .update();
    }

    @Override
    public void add(Consolidation consolidation, String by) {
        Consolidation.Checks checks = consolidation.checks();
        jdbc.sql(
                        """
                        insert into nomination_consolidations
                               (nomination, taken_up, dossier_complete, right_subject, right_authority, no_duplicate,
                                reason, consolidated_by, consolidated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        consolidation.nomination(),
                        consolidation.takenUp(),
                        checks == null ? null : checks.dossierComplete(),
                        checks == null ? null : checks.rightSubject(),
                        checks == null ? null : checks.rightAuthority(),
                        checks == null ? null : checks.noDuplicate(),
                        consolidation.reason(),
                        by,
                        now())
                .update();
    }

    @Override
    public void add(AwardDecision decision, String by) {
        Prize prize = decision.prize();
        jdbc.sql(
                        """
                        insert into award_decisions (nomination, signed, reason, document_number, document_symbol,
                               issued_on, decision_text, prize_multiple, prize_base, prize_money, decided_by,
                               decided_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        decision.nomination(),
                        decision.signed(),
                        decision.reason(),
                        decision.documentNumber(),
                        decision.documentSymbol(),
                        decision.issuedOn(),
                        decision.text(),
                        prize == null ? null : prize.multiple(),
                        prize == null ? null : prize.baseSalary(),
                        prize == null ? null : prize.amount(),
                        by,
                        now())
                .update();
    }

    @Override
    public void add(AwardPublication publication, String by) {
        jdbc.sql(
                        """
                        insert into award_publications (nomination, awarded_on, handover, place, article, article_link,
                               channels, photo_published, reached, published_by, published_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        publication.nomination(),
                        publication.awardedOn(),
                        publication.handover().name(),
                        publication.place(),
                        publication.article(),
                        publication.articleLink(),
                        String.join(",", publication.channels()),
                        publication.photoPublished(),
                        publication.reached(),
                        by,
                        now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
