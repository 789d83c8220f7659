package nepsong.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nepsong.organisation.ReadOnce;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReports implements Reports {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final ReadOnce<String, Optional<Report>> latest = new ReadOnce<>(this::read);

    JdbcReports(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public Optional<Report> latest(String cycle) {
        return latest.get(cycle);
    }

    private Optional<Report> read(String cycle) {
        return jdbc.sql(
                        """
                        select r.*, s.section, s.content, s.facts
                        from reports r left join report_sections s on s.cycle = r.cycle and s.version = r.version
                        where r.cycle = ?
                        order by r.version desc fetch first row with ties
                        """)
                .param(cycle)
                .query((ResultSet row) -> read(row));
    }

    @Override
    public void add(
            String cycle, Map<ReportSection, String> facts, Map<ReportSection, String> sections, String draftedBy) {
        jdbc.sql(
                        """
                        insert into reports (cycle, version, drafted_by, drafted_at)
                        values (?, (select coalesce(max(version), 0) + 1 from reports where cycle = ?), ?, ?)
                        """)
                .params(cycle, cycle, draftedBy, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        batches.batchUpdate(
                """
                insert into report_sections (cycle, version, section, content, facts)
                values (?, (select max(version) from reports where cycle = ?), ?, ?, ?)
                """,
                sections.entrySet().stream()
                        .map(section -> new Object[] {
                            cycle,
                            cycle,
                            section.getKey().number(),
                            section.getValue(),
                            facts.getOrDefault(section.getKey(), "")
                        })
                        .toList());
        latest.forget();
    }

    @Override
    public void giveBack(Report report, String reason) {
        jdbc.sql("update reports set return_reason = ? where cycle = ? and version = ?")
                .params(reason, report.cycle(), report.version())
                .update();
        latest.forget();
    }

    /** One row for each section, or one without any. */
    private static Optional<Report> read(ResultSet row) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        String cycle = row.getString("cycle");
        int version = row.getInt("version");
        String draftedBy = row.getString("drafted_by");
        String returnReason = row.getString("return_reason");
        Map<String, Written> written = new HashMap<>();
        do {
            written.put(row.getString("section"), new Written(row.getString("content"), row.getString("facts")));
        } while (row.next());
        return Optional.of(new Report(
                cycle,
                version,
                sections(written, Written::facts),
                sections(written, Written::content),
                draftedBy,
                returnReason));
    }

    private record Written(String content, String facts) {}

    private static Map<ReportSection, String> sections(Map<String, Written> written, Function<Written, String> part) {
        Map<ReportSection, String> sections = new EnumMap<>(ReportSection.class);
        for (ReportSection section : ReportSection.values()) {
            sections.put(section, part.apply(written.getOrDefault(section.number(), new Written("", ""))));
        }
        return sections;
    }
}
