package nepsong.crossinspection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.directive.Team;
import nepsong.directive.Teams;
import nepsong.directive.WorkingGroup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSupervisions implements Supervisions {

    private static final String APPROVED =
            """
            select p.inspected, p.team_group
            from pairs p
                 join pairings d on d.cycle = p.cycle and d.bloc = p.bloc and d.round = p.round
            where d.approved_at is not null and p.team_group is not null and p.cycle = ?
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Teams teams;

    JdbcSupervisions(JdbcClient jdbc, JdbcTemplate batches, Teams teams) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.teams = teams;
    }

    @Override
    public Optional<WorkingGroup> of(String cycle, String unit) {
        List<WorkingGroup> groups = groups(cycle);
        return groups.isEmpty()
                ? Optional.empty()
                : jdbc.sql(APPROVED + " and p.inspected = ?")
                        .params(cycle, unit)
                        .query((row, n) -> groups.get(row.getInt("team_group")))
                        .optional();
    }

    @Override
    public Map<String, WorkingGroup> of(String cycle) {
        List<WorkingGroup> groups = groups(cycle);
        Map<String, WorkingGroup> byUnit = new LinkedHashMap<>();
        if (!groups.isEmpty()) {
            jdbc.sql(APPROVED).param(cycle).query(row -> {
                byUnit.put(row.getString("inspected"), groups.get(row.getInt("team_group")));
            });
        }
        return byUnit;
    }

    @Override
    public List<WorkingGroup> groups(String cycle) {
        return teams.find(cycle).map(Team::groups).orElse(List.of());
    }

    @Override
    public void assign(Pairing pairing, Map<String, Integer> groups) {
        batches.batchUpdate(
                "update pairs set team_group = ? where cycle = ? and bloc = ? and round = ? and inspected = ?",
                groups.entrySet().stream()
                        .map(one -> new Object[] {
                            one.getValue(), pairing.cycle(), pairing.bloc(), pairing.round(), one.getKey()
                        })
                        .toList());
    }
}
