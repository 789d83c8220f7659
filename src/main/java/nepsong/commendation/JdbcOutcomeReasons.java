package nepsong.commendation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOutcomeReasons implements OutcomeReasons {

    /** Of the last step that was gone through. */
    private static final String REASONS =
            """
            select n.id, case when d.signed = false then d.reason
                              when v.passed = false then v.reason
                              when k.taken_up = false then k.reason
                              when c.confirmed = false then c.reason
                              else a.reason end as reason
            from nominations n
                 left join nomination_confirmations c on c.nomination = n.id
                 left join nomination_consolidations k on k.nomination = n.id
                 left join nomination_appraisals a on a.nomination = n.id
                      and a.round = (select max(x.round) from nomination_appraisals x where x.nomination = n.id)
                 left join nomination_vote_results v on v.nomination = n.id
                 left join award_decisions d on d.nomination = n.id
            where n.id in (:ids)
            """;

    private final JdbcClient jdbc;

    JdbcOutcomeReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> of(Collection<Nomination> nominations) {
        List<String> explained = nominations.stream()
                .filter(one -> one.state().isExplained())
                .map(Nomination::id)
                .toList();
        Map<String, String> reasons = new HashMap<>();
        if (!explained.isEmpty()) {
            jdbc.sql(REASONS).param("ids", explained).query(row -> {
                reasons.put(row.getString("id"), Objects.requireNonNullElse(row.getString("reason"), ""));
            });
        }
        return reasons;
    }
}
