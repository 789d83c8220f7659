package nepsong.privacy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcObstacles implements Obstacles {

    private static final String RUNNING = "finished_at is null and withdrawn_at is null";

    private final JdbcClient jdbc;

    JdbcObstacles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tasksOf(String login) {
        return jdbc.sql("select name_ from act_ru_task where assignee_ = ? or owner_ = ? order by due_date_, name_")
                .params(login, login)
                .query(String.class)
                .list();
    }

    @Override
    public List<String> runningCycles() {
        return jdbc.sql("select code from cycles where " + RUNNING + " order by started_at desc, code")
                .query(String.class)
                .list();
    }

    @Override
    public List<String> cyclesNaming(PersonalColumn column, String login) {
        return jdbc.sql("select distinct cycle from %s where %s = ? and cycle in (select code from cycles where %s)"
                        .formatted(column.table(), column.column(), RUNNING))
                .param(login)
                .query(String.class)
                .list();
    }
}
