package nepsong.language;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcChosenLanguages implements ChosenLanguages {

    private final JdbcClient jdbc;

    JdbcChosenLanguages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> of(String person) {
        return jdbc.sql("select language from person_languages where person = ?")
                .param(person)
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional
    public void save(String person, String language) {
        jdbc.sql("delete from person_languages where person = ?").param(person).update();
        jdbc.sql("insert into person_languages (person, language) values (?, ?)")
                .params(person, language)
                .update();
    }
}
