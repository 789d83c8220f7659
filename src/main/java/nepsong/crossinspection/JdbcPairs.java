package nepsong.crossinspection;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPairs implements Pairs {

    private static final String APPROVED =
            """
            select p.inspecting, p.inspected
            from pairs p
                 join pairings d on d.cycle = p.cycle and d.bloc = p.bloc and d.round = p.round
            where d.approved_at is not null and
            """;

    private final JdbcClient jdbc;

    JdbcPairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Pair> of(String cycle) {
        return find("p.cycle = ? order by p.bloc, p.position", cycle);
    }

    @Override
    public List<Pair> of(String cycle, String bloc) {
        return find("p.cycle = ? and p.bloc = ? order by p.position", cycle, bloc);
    }

    @Override
    public Optional<String> inspecting(String cycle, String inspected) {
        return find("p.cycle = ? and p.inspected = ?", cycle, inspected).stream()
                .map(Pair::inspecting)
                .findFirst();
    }

    @Override
    public List<String> inspectedBy(String cycle, String inspecting) {
        return find("p.cycle = ? and p.inspecting = ? order by p.position", cycle, inspecting).stream()
                .map(Pair::inspected)
                .toList();
    }

    @Override
    public List<Pair> beforeCycle(String cycle) {
        return find(
                """
                p.cycle in (select c.code
                            from cycles c
                            where c.code <> ? and c.withdrawn_at is null
                                  and c.started_at < (select now.started_at from cycles now where now.code = ?)
                                  and exists (select 1 from pairings a
                                              where a.cycle = c.code and a.approved_at is not null)
                            order by c.started_at desc
                            limit 2)
                """,
                cycle,
                cycle);
    }

    private List<Pair> find(String condition, String... parameters) {
        return jdbc.sql(APPROVED + condition)
                .params((Object[]) parameters)
                .query((row, n) -> new Pair(row.getString("inspecting"), row.getString("inspected")))
                .list();
    }
}
