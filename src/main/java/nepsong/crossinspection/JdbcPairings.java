package nepsong.crossinspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nepsong.organisation.ReadOnce;
import nepsong.selfassessment.SelfAssessments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPairings implements Pairings {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final ReadOnce<BlocOfCycle, Optional<Pairing>> latest = new ReadOnce<>(this::read);

    JdbcPairings(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public Optional<Pairing> latest(String cycle, String bloc) {
        return latest.get(new BlocOfCycle(cycle, bloc));
    }

    private Optional<Pairing> read(BlocOfCycle of) {
        return jdbc.sql("select * from pairings where cycle = ? and bloc = ? order by round desc limit 1")
                .params(of.cycle(), of.bloc())
                .query((row, n) -> read(row))
                .optional()
                .map(this::withPairs);
    }

    @Override
    public List<Pairing> approved(String cycle) {
        return jdbc
                .sql("select * from pairings where cycle = ? and approved_at is not null order by bloc")
                .param(cycle)
                .query((row, n) -> read(row))
                .list()
                .stream()
                .map(this::withPairs)
                .toList();
    }

    @Override
    public String returnReason(String cycle, String bloc) {
        return jdbc.sql(
                        """
                        select return_reason from pairings
                        where cycle = ? and bloc = ? and returned_at is not null
                        order by round desc limit 1
                        """)
                .params(cycle, bloc)
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Override
    public void add(Pairing pairing) {
        jdbc.sql(
                        """
                        insert into pairings (cycle, bloc, round, seed, cost, warnings, infeasible, previous_relaxed,
                                              conflicts_relaxed, drawn_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        pairing.cycle(),
                        pairing.bloc(),
                        pairing.round(),
                        pairing.seed(),
                        pairing.cost(),
                        String.join("\n", pairing.warnings()),
                        String.join("\n", pairing.infeasible()),
                        pairing.previousRelaxed(),
                        pairing.conflictsRelaxed(),
                        now())
                .update();
        insert(pairing);
        latest.forget();
    }

    @Override
    public void giveBack(Pairing pairing, String user, String reason) {
        jdbc.sql(
                        """
                        update pairings set returned_at = ?, returned_by = ?, return_reason = ?
                        where cycle = ? and bloc = ? and round = ?
                        """)
                .params(now(), SelfAssessments.person(user), reason, pairing.cycle(), pairing.bloc(), pairing.round())
                .update();
        latest.forget();
    }

    @Override
    public void approve(
            Pairing drawn, List<Pair> pairs, Map<String, String> swapReasons, String user, String relaxationReason) {
        Map<String, String> before =
                drawn.pairs().stream().collect(Collectors.toMap(Pair::inspected, Pair::inspecting));
        List<@Nullable Object[]> moved = new ArrayList<>();
        List<@Nullable Object[]> swaps = new ArrayList<>();
        for (Pair pair : pairs) {
            String reason = swapReasons.get(pair.inspected());
            if (reason != null) {
                moved.add(new @Nullable Object[] {
                    pair.inspecting(), drawn.cycle(), drawn.bloc(), drawn.round(), pair.inspected()
                });
                swaps.add(new @Nullable Object[] {
                    drawn.cycle(),
                    drawn.bloc(),
                    drawn.round(),
                    pair.inspected(),
                    before.get(pair.inspected()),
                    pair.inspecting(),
                    reason
                });
            }
        }
        batches.batchUpdate(
                "update pairs set inspecting = ? where cycle = ? and bloc = ? and round = ? and inspected = ?", moved);
        batches.batchUpdate(
                """
                insert into pair_swaps (cycle, bloc, round, inspected, drawn_inspecting, inspecting, reason)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                swaps);
        jdbc.sql(
                        """
                        update pairings set approved_at = ?, approved_by = ?, relaxation_reason = ?
                        where cycle = ? and bloc = ? and round = ?
                        """)
                .params(
                        now(),
                        SelfAssessments.person(user),
                        relaxationReason,
                        drawn.cycle(),
                        drawn.bloc(),
                        drawn.round())
                .update();
        latest.forget();
    }

    private void insert(Pairing pairing) {
        List<Object[]> rows = new ArrayList<>();
        for (Pair pair : pairing.pairs()) {
            rows.add(new Object[] {
                pairing.cycle(), pairing.bloc(), pairing.round(), pair.inspected(), pair.inspecting(), rows.size()
            });
        }
        batches.batchUpdate(
                "insert into pairs (cycle, bloc, round, inspected, inspecting, position) values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    private Pairing withPairs(Pairing pairing) {
        List<Pair> pairs = jdbc.sql(
                        "select inspecting, inspected from pairs where cycle = ? and bloc = ? and round = ? order by position")
                .params(pairing.cycle(), pairing.bloc(), pairing.round())
                .query((row, n) -> new Pair(row.getString("inspecting"), row.getString("inspected")))
                .list();
        return pairing.with(pairs);
    }

    private static Pairing read(ResultSet row) throws SQLException {
        OffsetDateTime approvedAt = row.getObject("approved_at", OffsetDateTime.class);
        return new Pairing(
                row.getString("cycle"),
                row.getString("bloc"),
                row.getInt("round"),
                row.getLong("seed"),
                row.getInt("cost"),
                row.getString("warnings").lines().toList(),
                row.getString("infeasible").lines().toList(),
                row.getBoolean("previous_relaxed"),
                row.getBoolean("conflicts_relaxed"),
                List.of(),
                approvedAt == null ? null : approvedAt.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
