package nepsong.organisation;

import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a person asks for twice at once, as by a double click, is done one after the other: the second sees the first. */
@Component
public class OneAtATime {

    private final JdbcClient jdbc;

    OneAtATime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** To the end of the caller's transaction nobody else does this for these people; who is not known waits for nobody. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forPeople(String... ids) {
        Arrays.stream(ids).sorted().distinct().forEach(this::hold);
    }

    /** The same for what any administrator may change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forAdministrators() {
        forGroup(Groups.ADMINISTRATORS);
    }

    /** The same for what any member of the group may do. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forGroup(String id) {
        jdbc.sql("select id_ from act_id_group where id_ = ? for update")
                .param(id)
                .query(String.class)
                .optional();
    }

    private void hold(String id) {
        jdbc.sql("select id_ from act_id_user where id_ = ? for update")
                .param(id)
                .query(String.class)
                .optional();
    }
}
