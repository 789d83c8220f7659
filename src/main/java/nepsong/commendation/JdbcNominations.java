package nepsong.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNominations implements Nominations {

    private static final String NOMINATION =
            """
            select n.*, w.withdrawn_at, c.confirmed, k.taken_up, a.outcome, a.award_form as appraised, v.passed, d.signed,
                   d.prize_money, p.awarded_on, p.reached
            from nominations n
                 left join cycles w on w.code = n.cycle
                 left join nomination_confirmations c on c.nomination = n.id
                 left join nomination_consolidations k on k.nomination = n.id
                 left join nomination_appraisals a on a.nomination = n.id
                      and a.round = (select max(x.round) from nomination_appraisals x where x.nomination = n.id)
                 left join nomination_vote_results v on v.nomination = n.id
                 left join award_decisions d on d.nomination = n.id
                 left join award_publications p on p.nomination = n.id
            """;

    private final JdbcClient jdbc;

    JdbcNominations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Nomination> of(@Nullable String cycle) {
        String order = " order by n.proposed_at, n.id";
        return list(
                cycle == null
                        ? jdbc.sql(NOMINATION + order)
                        : jdbc.sql(NOMINATION + "where n.cycle = ?" + order).param(cycle));
    }

    @Override
    public List<Nomination> picked(String cycle) {
        return list(jdbc.sql(NOMINATION + "where n.cycle = ? and n.picked order by n.proposed_at, n.id")
                .param(cycle));
    }

    @Override
    public List<Nomination> ofUnit(String unit) {
        return newestFirst("n.unit", unit);
    }

    @Override
    public List<Nomination> proposedBy(String person) {
        return newestFirst("n.proposed_by", person);
    }

    private List<Nomination> newestFirst(String column, String value) {
        return list(jdbc.sql(NOMINATION + "where " + column + " = ? order by n.proposed_at desc, n.id")
                .param(value));
    }

    private static List<Nomination> list(JdbcClient.StatementSpec asked) {
        return asked.query((row, n) -> nomination(row)).list();
    }

    @Override
    public Optional<Nomination> find(String id) {
        return jdbc.sql(NOMINATION + "where n.id = ?")
                .param(id)
                .query((row, n) -> nomination(row))
                .optional();
    }

    @Override
    public Nomination get(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no nomination " + id));
    }

    @Override
    public List<Nomination> namesakesOf(Nomination nomination) {
        return list(jdbc.sql(
                        NOMINATION
                                + """
                        where n.unit = ? and n.id <> ? and lower(n.name) = lower(?)
                        order by n.proposed_at, n.id
                        """)
                .params(nomination.unit(), nomination.id(), nomination.subject().name()));
    }

    @Override
    public List<Nomination> awaitingDecision(@Nullable String cycle) {
        return list(jdbc.sql(
                        NOMINATION
                                + """
                        where v.passed = true and d.signed is null and w.withdrawn_at is null
                              and coalesce(n.cycle, '') = ? order by n.proposed_at, n.id
                        """)
                .param(cycle == null ? "" : cycle));
    }

    @Override
    public void add(Nomination nomination) {
        insert(nomination, false);
    }

    @Override
    public void pick(Nomination nomination) {
        insert(nomination, true);
    }

    private void insert(Nomination nomination, boolean picked) {
        Subject subject = nomination.subject();
        Gender gender = subject.gender();
        Achievement achievement = nomination.achievement();
        jdbc.sql(
                        """
                        insert into nominations (id, cycle, unit, subject_type, name, birth_year, gender, address,
                               award_form, achievement, period_from, period_to, deed_date, press_link, consent_on,
                               proposed_by, proposed_at, picked)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        nomination.id(),
                        nomination.cycle(),
                        nomination.unit(),
                        subject.type().name(),
                        subject.name(),
                        subject.birthYear(),
                        gender == null ? null : gender.name(),
                        subject.address(),
                        nomination.proposed().name(),
                        achievement.text(),
                        achievement.from(),
                        achievement.to(),
                        achievement.deedOn(),
                        achievement.pressLink(),
                        nomination.consentOn(),
                        nomination.proposedBy(),
                        nomination.proposedAt().atOffset(ZoneOffset.UTC),
                        picked)
                .update();
    }

    @Override
    public void describe(String id, String achievement, @Nullable LocalDate deedOn) {
        jdbc.sql("update nominations set achievement = ?, deed_date = ? where id = ?")
                .params(achievement, deedOn, id)
                .update();
    }

    private static Nomination nomination(ResultSet row) throws SQLException {
        String gender = row.getString("gender");
        return new Nomination(
                row.getString("id"),
                row.getString("cycle"),
                row.getString("unit"),
                new Subject(
                        SubjectType.valueOf(row.getString("subject_type")),
                        row.getString("name"),
                        row.getObject("birth_year", Integer.class),
                        gender == null ? null : Gender.valueOf(gender),
                        row.getString("address")),
                AwardForm.valueOf(row.getString("award_form")),
                new Achievement(
                        row.getString("achievement"),
                        row.getObject("period_from", LocalDate.class),
                        row.getObject("period_to", LocalDate.class),
                        row.getObject("deed_date", LocalDate.class),
                        row.getString("press_link")),
                row.getObject("consent_on", LocalDate.class),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                milestones(row));
    }

    private static Milestones milestones(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        String appraised = row.getString("appraised");
        return new Milestones(
                row.getObject("confirmed", Boolean.class),
                row.getObject("taken_up", Boolean.class),
                outcome == null ? null : Eligibility.valueOf(outcome),
                appraised == null ? null : AwardForm.valueOf(appraised),
                row.getObject("passed", Boolean.class),
                row.getObject("signed", Boolean.class),
                row.getObject("awarded_on", LocalDate.class),
                row.getObject("prize_money", Long.class),
                row.getObject("reached", Integer.class),
                row.getObject("withdrawn_at") != null);
    }
}
