package nepsong.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPostings implements Postings {

    private final JdbcClient jdbc;

    JdbcPostings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Posting> of(String nomination) {
        return jdbc.sql("select nomination, posted_at, ends_at from nomination_postings where nomination = ?")
                .param(nomination)
                .query((row, n) -> posting(row))
                .optional();
    }

    @Override
    public List<Posting> open(Instant now) {
        return jdbc.sql(
                        """
                        select nomination, posted_at, ends_at from nomination_postings where ends_at > ?
                        order by ends_at, nomination
                        """)
                .param(offset(now))
                .query((row, n) -> posting(row))
                .list();
    }

    @Override
    public void add(Posting posting) {
        jdbc.sql("insert into nomination_postings (nomination, posted_at, ends_at) values (?, ?, ?)")
                .params(posting.nomination(), offset(posting.postedAt()), offset(posting.endsAt()))
                .update();
    }

    @Override
    public void add(Posting.Comment comment) {
        jdbc.sql("insert into posting_comments (nomination, text, written_by, written_at) values (?, ?, ?, ?)")
                .params(comment.nomination(), comment.text(), comment.writtenBy(), offset(comment.writtenAt()))
                .update();
    }

    @Override
    public List<Posting.Comment> comments(String nomination) {
        return jdbc.sql(
                        """
                        select nomination, text, written_by, written_at from posting_comments where nomination = ?
                        order by id
                        """)
                .param(nomination)
                .query((row, n) ->
                        new Posting.Comment(row.getString(1), row.getString(2), row.getString(3), instant(row, 4)))
                .list();
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(row.getString(1), instant(row, 2), instant(row, 3));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime offset(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
