package nepsong.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCodesOfConduct implements CodesOfConduct {

    private final JdbcClient jdbc;

    JdbcCodesOfConduct(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CodeOfConduct> validOn(LocalDate day) {
        return jdbc.sql(
                        """
                        select * from codes_of_conduct
                         where valid_from <= :day and (valid_to is null or valid_to >= :day)
                         order by issued_on""")
                .param("day", day)
                .query((row, number) -> new CodeOfConduct(
                        row.getString("number"),
                        CriteriaSet.of(row.getString("set_code")),
                        row.getString("title"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }
}
