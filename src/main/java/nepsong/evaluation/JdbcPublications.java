package nepsong.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPublications implements Publications {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final EvaluationRecord record;

    JdbcPublications(JdbcClient jdbc, Clock clock, EvaluationRecord record) {
        this.record = record;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Publication> of(String cycle) {
        return jdbc.sql("select * from publications where cycle = ?")
                .param(cycle)
                .query((row, n) -> publication(row))
                .optional();
    }

    @Override
    public void add(Publication publication) {
        record.published(publication);
        jdbc.sql(
                        """
                        insert into publications
                            (cycle, document_number, document_symbol, issued_on, made_public, published_by, published_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        publication.cycle(),
                        publication.documentNumber(),
                        publication.documentSymbol(),
                        publication.issuedOn(),
                        String.join(",", publication.madePublic()),
                        publication.publishedBy(),
                        publication.publishedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void conclude(String cycle) {
        jdbc.sql("update publications set concluded_at = ? where cycle = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), cycle)
                .update();
    }

    private static Publication publication(ResultSet row) throws SQLException {
        OffsetDateTime concluded = row.getObject("concluded_at", OffsetDateTime.class);
        return new Publication(
                row.getString("cycle"),
                row.getInt("document_number"),
                row.getString("document_symbol"),
                row.getObject("issued_on", LocalDate.class),
                List.of(row.getString("made_public").split(",")),
                row.getString("published_by"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                concluded == null ? null : concluded.toInstant());
    }
}
