package nepsong.directive;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDirectives implements Directives {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDirectives(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Directive> find(String cycle) {
        return jdbc.sql(
                        """
                        select document_number, document_symbol, issued_on, entered_by from directives where cycle = ?
                        """)
                .param(cycle)
                .query((row, n) -> new Directive(
                        cycle, row.getInt(1), row.getString(2), row.getObject(3, LocalDate.class), row.getString(4)))
                .optional();
    }

    @Override
    public void add(Directive directive) {
        jdbc.sql(
                        """
                        insert into directives (cycle, document_number, document_symbol, issued_on, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        directive.cycle(),
                        directive.documentNumber(),
                        directive.documentSymbol(),
                        directive.issuedOn(),
                        directive.enteredBy(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
