package nepsong.catalogue;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import nepsong.organisation.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWeights implements Weights {

    private final JdbcClient jdbc;
    private final Snapshot<Map<String, Map<CriteriaSet, BigDecimal>>> weights;

    JdbcWeights(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.weights = new Snapshot<>(this::read);
    }

    @Override
    public Map<String, Map<CriteriaSet, BigDecimal>> byKind() {
        return weights.get();
    }

    private Map<String, Map<CriteriaSet, BigDecimal>> read() {
        Map<String, Map<CriteriaSet, BigDecimal>> weights = new TreeMap<>();
        jdbc.sql("select kind, set_code, weight from set_weights").query(row -> {
            weights.computeIfAbsent(row.getString("kind"), kind -> new EnumMap<>(CriteriaSet.class))
                    .put(CriteriaSet.of(row.getString("set_code")), row.getBigDecimal("weight"));
        });
        return weights;
    }
}
