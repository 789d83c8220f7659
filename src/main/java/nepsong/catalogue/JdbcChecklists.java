package nepsong.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import nepsong.organisation.ReadOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every version it has read: a published one never changes. */
@Repository
class JdbcChecklists implements Checklists {

    private final JdbcClient jdbc;
    private final Map<Integer, Checklist> known = new ConcurrentHashMap<>();
    private final ReadOnce<String, List<Integer>> versions = new ReadOnce<>(table -> versions());

    JdbcChecklists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Checklist version(int version) {
        return known.computeIfAbsent(version, this::read);
    }

    @Override
    public List<Checklist> published() {
        return versions.get("checklist_versions").stream().map(this::version).toList();
    }

    private List<Integer> versions() {
        return jdbc.sql("select version from checklist_versions order by version desc")
                .query(Integer.class)
                .list();
    }

    /**
     * Two administrators who publish at once, or one who sends a file twice, wait for each other at the first version's row;
     * at the very first start, where there is none, the second is refused by the primary key.
     */
    void awaitTurn() {
        jdbc.sql("select version from checklist_versions where version = 1 for update")
                .query(Integer.class)
                .optional();
    }

    /** The newest that says exactly the same. */
    Optional<Integer> versionOf(List<LoadChecklist.Row> rows) {
        return versions().stream()
                .filter(version -> saySame(rows, stored(version)))
                .findFirst();
    }

    private static boolean saySame(List<LoadChecklist.Row> some, List<LoadChecklist.Row> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(at -> some.get(at).saysTheSame(others.get(at)));
    }

    private List<LoadChecklist.Row> stored(int version) {
        return jdbc.sql("select * from criteria where version = :version order by position")
                .param("version", version)
                .query((row, number) -> new LoadChecklist.Row(criterion(row, number), row.getString("group_english")))
                .list();
    }

    /** Gives the criteria the next number, once it is their turn. */
    int publish(String title, List<LoadChecklist.Row> rows, OffsetDateTime at, String by) {
        int version = jdbc.sql("select coalesce(max(version), 0) + 1 from checklist_versions")
                .query(Integer.class)
                .single();
        jdbc.sql(
                        "insert into checklist_versions (version, title, loaded_at, loaded_by) values (:version, :title, :at, :by)")
                .param("version", version)
                .param("title", title)
                .param("at", at)
                .param("by", by)
                .update();
        versions.forget();
        for (int position = 0; position < rows.size(); position++) {
            insert(version, position + 1, rows.get(position));
        }
        return version;
    }

    private void insert(int version, int position, LoadChecklist.Row row) {
        Criterion criterion = row.criterion();
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("version", version);
        parameters.put("position", position);
        parameters.put("set", criterion.set().code());
        parameters.put("code", criterion.code());
        parameters.put("group", criterion.group());
        parameters.put("groupName", criterion.groupName());
        parameters.put("groupEnglish", row.englishGroup());
        parameters.put("text", criterion.text());
        parameters.put("englishText", criterion.englishText());
        parameters.put("max", criterion.max());
        parameters.put("method", criterion.method());
        parameters.put("evidence", criterion.evidence());
        parameters.put("evidenceRequired", criterion.evidenceRequired());
        parameters.put("photoRequired", criterion.photoRequired());
        parameters.put("naRule", criterion.notApplicableRule());
        Measure measure = criterion.measure();
        parameters.put("measure", measure == null ? null : measure.kind().name());
        parameters.put("deduction", measure == null ? null : measure.deduction());
        parameters.put("zeroBelow", measure == null ? null : measure.zeroBelow());
        jdbc.sql(
                        """
                insert into criteria (version, position, set_code, code, group_letter, group_name, group_english,
                                      text, english_text, max, method, evidence, evidence_required, photo_required, na_rule,
                                      measure, deduction, zero_below)
                values (:version, :position, :set, :code, :group, :groupName, :groupEnglish,
                        :text, :englishText, :max, :method, :evidence, :evidenceRequired, :photoRequired, :naRule,
                        :measure, :deduction, :zeroBelow)""")
                .params(parameters)
                .update();
    }

    private Checklist read(int version) {
        String title = jdbc.sql("select title from checklist_versions where version = :version")
                .param("version", version)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no checklist version " + version));
        List<Criterion> criteria = jdbc.sql("select * from criteria where version = :version order by position")
                .param("version", version)
                .query(JdbcChecklists::criterion)
                .list();
        return new Checklist(version, title, criteria);
    }

    private static Criterion criterion(ResultSet row, int number) throws SQLException {
        return new Criterion(
                row.getString("code"),
                CriteriaSet.of(row.getString("set_code")),
                row.getString("group_letter"),
                row.getString("group_name"),
                row.getString("text"),
                row.getString("english_text"),
                row.getBigDecimal("max"),
                row.getString("method"),
                row.getString("evidence"),
                row.getString("na_rule"),
                row.getBoolean("evidence_required"),
                row.getBoolean("photo_required"),
                measure(row));
    }

    private static @Nullable Measure measure(ResultSet row) throws SQLException {
        String kind = row.getString("measure");
        return kind == null
                ? null
                : new Measure(Measure.Kind.valueOf(kind), row.getBigDecimal("deduction"), row.getInt("zero_below"));
    }
}
