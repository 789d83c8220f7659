package nepsong.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** A row of the table {@code findings} as a finding. */
final class FindingRow {

    private FindingRow() {}

    static Finding read(ResultSet row, int number) throws SQLException {
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new Finding(
                row.getString("id"),
                row.getString("cycle"),
                row.getString("unit"),
                row.getInt("number"),
                FindingType.valueOf(row.getString("type")),
                Severity.valueOf(row.getString("severity")),
                row.getString("place"),
                row.getString("description"),
                row.getString("criterion"),
                row.getBoolean("repeated"),
                new CorrectionTerms(
                        row.getInt("working_days"),
                        row.getBoolean("photo_before"),
                        row.getBoolean("photo_after"),
                        CorrectionTerms.Recheck.valueOf(row.getString("recheck_on")),
                        row.getInt("recheck_percent"),
                        row.getInt("second_look_days")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                row.getString("responsible"),
                row.getString("photo"),
                row.getInt("reopened"),
                closedAt == null ? null : closedAt.toInstant());
    }
}
