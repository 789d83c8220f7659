package nepsong.unitfile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDoneTasks implements DoneTasks {

    private static final String DONE =
            " from act_hi_taskinst t where t.assignee_ = :person and t.delete_reason_ = 'completed'";

    private final JdbcClient jdbc;

    JdbcDoneTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int count(String person) {
        return jdbc.sql("select count(*)" + DONE)
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<DoneTask> of(String person, int offset, int atMost) {
        return jdbc.sql(
                        """
                        select t.*, (select p.business_key_ from act_hi_procinst p where p.id_ = t.proc_inst_id_) as about,
                               case when t.execution_id_ <> t.proc_inst_id_ then
                                   (select max(v.text_) from act_hi_varinst v
                                    where v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'unit'
                                          and v.execution_id_ = t.execution_id_) end as unit
                        """
                                + DONE
                                + " order by t.end_time_ desc, t.id_ desc offset :offset rows fetch first :most rows only")
                .param("person", person)
                .param("offset", offset)
                .param("most", atMost)
                .query((row, n) -> task(row))
                .list();
    }

    private static DoneTask task(ResultSet row) throws SQLException {
        String about = row.getString("about");
        Timestamp due = row.getTimestamp("due_date_");
        return new DoneTask(
                row.getString("id_"),
                row.getString("name_"),
                row.getString("proc_def_key_"),
                row.getString("task_def_key_"),
                about == null ? "" : about,
                row.getString("unit"),
                row.getTimestamp("end_time_").toInstant(),
                due == null ? null : due.toInstant());
    }
}
