package nepsong.correction;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nepsong.correction.ReportedCorrection.Attempt;
import nepsong.correction.ReportedCorrection.SecondLook;
import nepsong.correction.ReportedCorrection.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCorrectionReports implements CorrectionReports {

    private static final String OF_UNIT = "f.cycle = :cycle and f.unit = coalesce(cast(:unit as varchar(100)), f.unit)";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCorrectionReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<ReportedCorrection> of(String finding) {
        Map<String, List<Attempt>> attempts = attempts("a.finding = :finding", Map.of("finding", finding));
        return jdbc
                .sql("select * from correction_reports where finding = ? order by number")
                .param(finding)
                .query(JdbcCorrectionReports::read)
                .list()
                .stream()
                .map(one -> one.with(attempts.getOrDefault(place(one.finding(), one.number()), List.of())))
                .toList();
    }

    @Override
    public Map<String, List<ReportedCorrection>> of(String cycle, @Nullable String unit) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("cycle", cycle);
        asked.put("unit", unit);
        Map<String, List<Attempt>> attempts = attempts(OF_UNIT, asked);
        return jdbc
                .sql(
                        """
                        select r.*
                        from correction_reports r join findings f on f.id = r.finding
                        where %s
                        order by r.finding, r.number
                        """
                                .formatted(OF_UNIT))
                .params(asked)
                .query(JdbcCorrectionReports::read)
                .list()
                .stream()
                .map(one -> one.with(attempts.getOrDefault(place(one.finding(), one.number()), List.of())))
                .collect(groupingBy(ReportedCorrection::finding));
    }

    /** By {@link #place}, in their order. */
    private Map<String, List<Attempt>> attempts(String condition, Map<String, ?> values) {
        return jdbc
                .sql(
                        """
                        select a.* from correction_attempts a join findings f on f.id = a.finding
                        where %s order by a.finding, a.number, a.attempt
                        """
                                .formatted(condition))
                .params(values)
                .query((row, n) -> Map.entry(
                        place(row.getString("finding"), row.getInt("number")),
                        new Attempt(
                                row.getString("reason"),
                                row.getObject("attempted_at", OffsetDateTime.class)
                                        .toInstant())))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static String place(String finding, int number) {
        return finding + "/" + number;
    }

    @Override
    public void add(String finding, int number, String user, CorrectionReport report, RecheckDraw draw) {
        jdbc.sql(
                        """
                        insert into correction_reports (finding, number, measure, completed_on, cause, cost, photo,
                                                        reported_at, reported_by, recheck_seed, recheck_drawn)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        finding,
                        number,
                        report.measure(),
                        report.completedOn(),
                        report.cause().name(),
                        report.cost(),
                        report.photo(),
                        now(),
                        JdbcFindings.person(user),
                        draw.seed(),
                        draw.drawn())
                .update();
    }

    @Override
    public void verify(String finding, int number, String user, boolean accepted, @Nullable String reason) {
        jdbc.sql(
                        """
                        update correction_reports
                        set accepted = ?, verdict_reason = ?, verified_at = ?, verified_by = ?
                        where finding = ? and number = ?
                        """)
                .params(accepted, reason, now(), JdbcFindings.person(user), finding, number)
                .update();
    }

    @Override
    public void attempted(String finding, int number, String user, String reason) {
        jdbc.sql(
                        """
                        insert into correction_attempts (finding, number, attempt, reason, attempted_at, attempted_by)
                        select cast(:finding as varchar(36)), cast(:number as integer), coalesce(max(attempt), 0) + 1,
                               cast(:reason as text), cast(:at as timestamp with time zone), cast(:by as varchar(64))
                        from correction_attempts where finding = :finding and number = :number
                        """)
                .param("finding", finding)
                .param("number", number)
                .param("reason", reason)
                .param("at", now())
                .param("by", JdbcFindings.person(user))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ReportedCorrection read(ResultSet row, int n) throws SQLException {
        OffsetDateTime verifiedAt = row.getObject("verified_at", OffsetDateTime.class);
        return new ReportedCorrection(
                row.getString("finding"),
                row.getInt("number"),
                new CorrectionReport(
                        row.getString("measure"),
                        row.getObject("completed_on", LocalDate.class),
                        Cause.valueOf(row.getString("cause")),
                        row.getBigDecimal("cost"),
                        row.getString("photo")),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                draw(row),
                verifiedAt == null
                        ? null
                        : new Verdict(
                                row.getBoolean("accepted"), row.getString("verdict_reason"), verifiedAt.toInstant()),
                secondLook(row),
                List.of());
    }

    private static @Nullable SecondLook secondLook(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("second_look_on", LocalDate.class);
        OffsetDateTime at = row.getObject("looked_again_at", OffsetDateTime.class);
        return from == null
                ? null
                : new SecondLook(from, at == null ? null : at.toInstant(), row.getString("lapse_reason"));
    }

    private static @Nullable RecheckDraw draw(ResultSet row) throws SQLException {
        Long seed = row.getObject("recheck_seed", Long.class);
        return seed == null ? null : new RecheckDraw(seed, row.getBoolean("recheck_drawn"));
    }
}
