package nepsong.catalogue;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWeights implements Weights {

    private final JdbcClient jdbc;

    JdbcWeights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Map<CriteriaSet, BigDecimal>> byKind() {
        Map<String, Map<CriteriaSet, BigDecimal>> weights = new TreeMap<>();
        jdbc.sql("select kind, set_code, weight from set_weights").query(row -> {
            weights.computeIfAbsent(row.getString("kind"), kind -> new EnumMap<>(CriteriaSet.class))
                    .put(CriteriaSet.of(row.getString("set_code")), row.getBigDecimal("weight"));
        });
        return weights;
    }
}
