package nepsong.cycle;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who withdrew a cycle, and why. */
@Repository
class Withdrawals {

    private final JdbcClient jdbc;

    Withdrawals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this leader withdrew it for this reason. */
    boolean isOf(String cycle, String leader, String reason) {
        return jdbc.sql("select 1 from cycles where code = ? and withdrawn_by = ? and withdrawal_reason = ?")
                .params(cycle, leader, reason)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
