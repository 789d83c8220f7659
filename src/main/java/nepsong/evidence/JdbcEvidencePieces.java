package nepsong.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEvidencePieces implements EvidencePieces {

    private final JdbcClient jdbc;

    JdbcEvidencePieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Evidence> find(String id) {
        return jdbc.sql("select * from evidence where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    @Override
    public List<Evidence> of(Dossier dossier, Collection<EvidenceKind> kinds) {
        Map<String, String> about =
                Map.of("cycle", dossier.cycle(), "unit", dossier.unit(), "nomination", dossier.nomination());
        return found(belongingTo(dossier), about, kinds);
    }

    @Override
    public List<Evidence> ofUnits(String cycle, Collection<String> units, Collection<EvidenceKind> kinds) {
        String belonging = "nomination is null and cycle = :cycle and unit in (:units)";
        return units.isEmpty() ? List.of() : found(belonging, Map.of("cycle", cycle, "units", units), kinds);
    }

    private List<Evidence> found(String belonging, Map<String, ?> about, Collection<EvidenceKind> kinds) {
        return kinds.isEmpty()
                ? List.of()
                : jdbc.sql("select * from evidence where %s and kind in (:kinds) order by added_at, id"
                                .formatted(belonging))
                        .params(about)
                        .param("kinds", kinds.stream().map(EvidenceKind::name).toList())
                        .query((row, n) -> read(row))
                        .list();
    }

    @Override
    public List<Evidence> ofNominations(Collection<EvidenceKind> kinds, int most) {
        return jdbc.sql(
                        """
                        select * from evidence where nomination is not null and kind in (:kinds)
                        order by added_at desc, id fetch first :most rows only
                        """)
                .param("kinds", kinds.stream().map(EvidenceKind::name).toList())
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    @Override
    public List<Evidence> ofNominations(String unit, EvidenceKind kind) {
        return jdbc.sql(
                        "select * from evidence where nomination is not null and unit = ? and kind = ? order by added_at, id")
                .params(unit, kind.name())
                .query((row, n) -> read(row))
                .list();
    }

    /** A nomination's papers are never among those of the unit that answers for it. */
    private static String belongingTo(Dossier dossier) {
        if (dossier.isOfNomination()) {
            return "nomination = :nomination";
        }
        return "nomination is null and cycle = :cycle and " + (dossier.isOfUnit() ? "unit = :unit" : "unit is null");
    }

    @Override
    public Map<String, Integer> counts(String cycle, String unit, EvidenceKind kind) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select topic, count(*) as pieces from evidence
                        where nomination is null and cycle = ? and unit = ? and kind = ?
                        group by topic
                        """)
                .params(cycle, unit, kind.name())
                .query((row, n) -> counts.put(row.getString("topic"), row.getInt("pieces")))
                .list();
        return counts;
    }

    @Override
    public void add(Evidence evidence) {
        Capture capture = evidence.capture();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", evidence.id());
        values.put("cycle", emptyAsNull(evidence.dossier().cycle()));
        values.put("unit", emptyAsNull(evidence.dossier().unit()));
        values.put("nomination", emptyAsNull(evidence.dossier().nomination()));
        values.put("kind", evidence.kind().name());
        values.put("topic", evidence.topic());
        values.put("fileName", evidence.fileName());
        values.put("mediaType", evidence.type().mediaType());
        values.put("size", evidence.size());
        values.put("sha256", evidence.sha256());
        values.put("shown", evidence.shownSha256());
        values.put("number", evidence.citation().number());
        values.put("issuedOn", evidence.citation().issuedOn());
        values.put("summary", evidence.citation().summary());
        values.put("page", evidence.citation().page());
        values.put("takenAt", capture == null ? null : capture.takenAt());
        values.put("latitude", capture == null ? null : capture.latitude());
        values.put("longitude", capture == null ? null : capture.longitude());
        values.put("addedAt", evidence.addedAt().atOffset(ZoneOffset.UTC));
        values.put("addedBy", evidence.addedBy());
        values.put("addedFor", evidence.addedFor());
        jdbc.sql(
                        """
                        insert into evidence (id, cycle, unit, nomination, kind, topic, file_name, media_type, size, sha256,
                            shown_sha256, number, issued_on, summary, page, taken_at, latitude, longitude, added_at,
                            added_by, added_for)
                        values (:id, :cycle, :unit, :nomination, :kind, :topic, :fileName, :mediaType, :size, :sha256,
                            :shown, :number, :issuedOn, :summary, :page, :takenAt, :latitude, :longitude, :addedAt,
                            :addedBy, :addedFor)
                        """)
                .params(values)
                .update();
    }

    @Override
    public void update(Evidence evidence) {
        Citation citation = evidence.citation();
        jdbc.sql(
                        """
                        update evidence
                        set file_name = ?, number = ?, issued_on = ?, summary = ?, page = ?
                        where id = ?
                        """)
                .param(evidence.fileName())
                .param(citation.number())
                .param(citation.issuedOn())
                .param(citation.summary())
                .param(citation.page())
                .param(evidence.id())
                .update();
    }

    @Override
    public void remove(String id) {
        jdbc.sql("delete from evidence where id = ?").param(id).update();
    }

    private static Evidence read(ResultSet row) throws SQLException {
        Capture capture = new Capture(
                row.getObject("taken_at", LocalDateTime.class),
                row.getBigDecimal("latitude"),
                row.getBigDecimal("longitude"));
        return new Evidence(
                row.getString("id"),
                new Dossier(
                        Objects.requireNonNullElse(row.getString("cycle"), ""),
                        Objects.requireNonNullElse(row.getString("unit"), ""),
                        Objects.requireNonNullElse(row.getString("nomination"), "")),
                EvidenceKind.valueOf(row.getString("kind")),
                row.getString("topic"),
                row.getString("file_name"),
                FileType.ofMediaType(row.getString("media_type")),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("shown_sha256"),
                new Citation(
                        row.getString("number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("summary"),
                        row.getString("page")),
                capture.isEmpty() ? null : capture,
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"),
                row.getString("added_for"));
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
