package nepsong.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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
        return jdbc.sql("select * from reports where cycle = ? order by version desc limit 1")
                .param(cycle)
                .query((row, n) -> read(row))
                .optional();
    }

    @Override
    public void add(Report report) {
        jdbc.sql("insert into reports (cycle, version, drafted_by, drafted_at) values (?, ?, ?, ?)")
                .params(
                        report.cycle(),
                        report.version(),
                        report.draftedBy(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        batches.batchUpdate(
                "insert into report_sections (cycle, version, section, content) values (?, ?, ?, ?)",
                report.sections().entrySet().stream()
                        .map(section -> new Object[] {
                            report.cycle(), report.version(), section.getKey().number(), section.getValue()
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

    private Report read(ResultSet row) throws SQLException {
        String cycle = row.getString("cycle");
        int version = row.getInt("version");
        return new Report(
                cycle, version, sections(cycle, version), row.getString("drafted_by"), row.getString("return_reason"));
    }

    private Map<ReportSection, String> sections(String cycle, int version) {
        Map<String, String> texts = new java.util.HashMap<>();
        jdbc.sql("select section, content from report_sections where cycle = ? and version = ?")
                .params(cycle, version)
                .query((row, n) -> texts.put(row.getString("section"), row.getString("content")))
                .list();
        Map<ReportSection, String> sections = new EnumMap<>(ReportSection.class);
        for (ReportSection section : ReportSection.values()) {
            sections.put(section, texts.getOrDefault(section.number(), ""));
        }
        return sections;
    }
}
