package nepsong.crossinspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPairReplacements implements PairReplacements {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcPairReplacements(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void hold(String cycle, String bloc) {
        jdbc.sql("select round from pairings where cycle = ? and bloc = ? and approved_at is not null for update")
                .params(cycle, bloc)
                .query(Integer.class)
                .list();
    }

    @Override
    public void add(PairReplacement one, @Nullable Visitors staying) {
        jdbc.sql(
                        """
                        update pairs set inspecting = ?
                        where cycle = ? and inspected = ? and inspecting = ?
                              and exists (select 1 from pairings d
                                          where d.cycle = pairs.cycle and d.bloc = pairs.bloc and d.round = pairs.round
                                                and d.approved_at is not null)
                        """)
                .params(one.to(), one.cycle(), one.unit(), one.from())
                .update();
        jdbc.sql("update inspections set inspecting = ? where cycle = ? and unit = ?")
                .params(one.to(), one.cycle(), one.unit())
                .update();
        if (staying != null) {
            VisitorRows.replace(batches, one.cycle(), one.unit(), staying);
        }
        jdbc.sql(
                        """
                        insert into pair_replacements (cycle, inspected, number, old_inspecting, inspecting, reason,
                                                       replaced_at, replaced_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        one.cycle(),
                        one.unit(),
                        one.number(),
                        one.from(),
                        one.to(),
                        one.reason(),
                        one.replacedAt().atOffset(ZoneOffset.UTC),
                        one.replacedBy())
                .update();
    }

    @Override
    public List<PairReplacement> concerning(String cycle, String unit) {
        return jdbc.sql(
                        """
                        select * from pair_replacements
                        where cycle = :cycle and (inspected = :unit or old_inspecting = :unit or inspecting = :unit)
                        order by replaced_at, inspected, number
                        """)
                .param("cycle", cycle)
                .param("unit", unit)
                .query((row, n) -> read(row))
                .list();
    }

    private static PairReplacement read(ResultSet row) throws SQLException {
        return new PairReplacement(
                row.getString("cycle"),
                row.getString("inspected"),
                row.getInt("number"),
                row.getString("old_inspecting"),
                row.getString("inspecting"),
                row.getString("reason"),
                row.getObject("replaced_at", OffsetDateTime.class).toInstant(),
                row.getString("replaced_by"));
    }
}
