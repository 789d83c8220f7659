package nepsong.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nepsong.evaluation.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAwardAppraisals implements AwardAppraisals {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcAwardAppraisals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Line> of(String nomination) {
        return jdbc.sql(
                        """
                        select * from nomination_appraisals where nomination = ? order by round
                        """)
                .param(nomination)
                .query((row, n) -> new Line(
                        row.getInt("round"),
                        Eligibility.valueOf(row.getString("outcome")),
                        row.getString("reason"),
                        facts(row),
                        row.getString("remark"),
                        row.getObject("appraised_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static FoundFacts facts(ResultSet row) throws SQLException {
        return new FoundFacts(
                row.getBoolean("under_discipline"),
                row.getBoolean("under_investigation"),
                row.getBoolean("complaint_being_verified"),
                row.getBoolean("press_report_being_verified"),
                row.getBoolean("same_achievement_awarded"),
                row.getBoolean("civil_servant"),
                row.getString("last_year_rating"),
                row.getBoolean("wrong_subject"),
                row.getBoolean("wrong_authority"),
                OpinionState.valueOf(row.getString("police_tax_opinion")),
                OpinionState.valueOf(row.getString("consultation")));
    }

    @Override
    public Optional<Line> last(String nomination) {
        return of(nomination).stream().reduce((earlier, later) -> later);
    }

    @Override
    public void add(AwardAppraisal appraisal, String by) {
        FoundFacts facts = appraisal.facts();
        Result result = appraisal.result();
        jdbc.sql(
                        """
                        insert into nomination_appraisals (nomination, round, under_discipline, under_investigation,
                               complaint_being_verified, press_report_being_verified, same_achievement_awarded,
                               civil_servant, last_year_rating, wrong_subject, wrong_authority, police_tax_opinion,
                               consultation, grade, rank_in_bloc, outcome, reason, award_form, remark, appraised_by,
                               appraised_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        appraisal.nomination(),
                        appraisal.round(),
                        facts.underDiscipline(),
                        facts.underInvestigation(),
                        facts.complaintBeingVerified(),
                        facts.pressReportBeingVerified(),
                        facts.sameAchievementAwarded(),
                        facts.civilServant(),
                        facts.lastYearRating(),
                        facts.wrongSubject(),
                        facts.wrongAuthority(),
                        facts.policeTaxOpinion().name(),
                        facts.consultation().name(),
                        result == null ? null : result.grade().name(),
                        result == null ? null : result.rank(),
                        appraisal.eligibility().name(),
                        appraisal.reason(),
                        appraisal.award().name(),
                        appraisal.remark(),
                        by,
                        appraisal.appraisedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<String> notes(String nomination) {
        return jdbc.sql("select text from nomination_notes where nomination = ? order by position")
                .param(nomination)
                .query(String.class)
                .list();
    }

    @Override
    public void note(String nomination, String text, String by) {
        jdbc.sql(
                        """
                        insert into nomination_notes (nomination, position, text, written_by, written_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        nomination,
                        notes(nomination).size() + 1,
                        text,
                        by,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
