package nepsong.crossinspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import nepsong.crossinspection.Minutes.Signature;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table {@code inspections}. */
final class InspectionRows {

    private InspectionRows() {}

    static Inspection read(ResultSet row) throws SQLException {
        return new Inspection(
                row.getString("cycle"),
                row.getString("unit"),
                row.getString("inspecting"),
                row.getObject("planned_at", LocalDateTime.class),
                row.getString("place"),
                row.getBoolean("announced"),
                row.getString("documents"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("visit_started_at", LocalDateTime.class),
                row.getObject("visit_ended_at", LocalDateTime.class),
                new Whereabouts(
                        lines(text(row, "rooms")),
                        row.getString("visit_position"),
                        row.getObject("visit_accuracy", Integer.class),
                        text(row, "visit_position_reason")),
                text(row, "opinion_on_the_spot"),
                instant(row, "cross_submitted_at"),
                row.getString("cross_submitted_by"),
                row.getInt("late_days"),
                instant(row, "minutes_at"),
                instant(row, "explained_at"),
                row.getString("explained_by"),
                instant(row, "explanation_approved_at"),
                text(row, "explanation_return_reason"),
                instant(row, "explanation_closed_at"),
                instant(row, "answered_at"),
                instant(row, "settled_at"),
                instant(row, "finished_at"));
    }

    static Minutes minutes(ResultSet row) throws SQLException {
        return new Minutes(
                text(row, "team_side"),
                text(row, "unit_side"),
                text(row, "minutes_content"),
                text(row, "recommendations"),
                text(row, "unit_opinion"),
                row.getBoolean("refused_to_sign"),
                text(row, "refusal_reason"),
                text(row, "first_witness"),
                text(row, "second_witness"),
                signature(row, "team"),
                signature(row, "unit"),
                row.getString("na_approved_by") != null);
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }

    private static @Nullable Signature signature(ResultSet row, String side) throws SQLException {
        String signer = row.getString(side + "_signer");
        return signer == null ? null : new Signature(signer, row.getObject(side + "_signed_on", LocalDate.class));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
