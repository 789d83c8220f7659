package nepsong.selfassessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nepsong.correction.FindingType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Findings and proposals are rows of one table: whoever reads one reads the other. */
@Repository
class JdbcReflections implements Reflections {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcReflections(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Reflection of(String cycle, String unit) {
        List<OwnFinding> findings = new ArrayList<>();
        List<AwardProposal> proposals = new ArrayList<>();
        jdbc.sql("select * from self_assessment_reflections where cycle = ? and unit = ? order by position")
                .params(cycle, unit)
                .query(row -> {
                    String proposed = row.getString("proposed");
                    if (proposed == null) {
                        findings.add(new OwnFinding(
                                FindingType.valueOf(row.getString("finding_type")),
                                row.getString("description"),
                                row.getString("remedy"),
                                row.getObject("due_on", LocalDate.class)));
                    } else {
                        proposals.add(new AwardProposal(proposed, row.getString("description")));
                    }
                });
        return new Reflection(findings, proposals);
    }

    @Override
    public void write(String cycle, String unit, Reflection reflection, boolean anew) {
        if (anew) {
            jdbc.sql("delete from self_assessment_reflections where cycle = ? and unit = ?")
                    .params(cycle, unit)
                    .update();
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        reflection
                .findings()
                .forEach(one -> rows.add(new @Nullable Object[] {
                    cycle, unit, rows.size(), one.type().name(), one.description(), one.remedy(), one.dueOn(), null
                }));
        reflection
                .proposals()
                .forEach(one -> rows.add(new @Nullable Object[] {
                    cycle, unit, rows.size(), null, one.achievement(), null, null, one.name()
                }));
        if (!rows.isEmpty()) {
            batches.batchUpdate(
                    """
                    insert into self_assessment_reflections
                        (cycle, unit, position, finding_type, description, remedy, due_on, proposed)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    rows);
        }
    }
}
