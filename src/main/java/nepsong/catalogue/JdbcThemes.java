package nepsong.catalogue;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nepsong.organisation.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every version it has read: a published one never changes. */
@Repository
class JdbcThemes implements Themes {

    private final JdbcClient jdbc;
    private final Map<Integer, List<Theme>> known = new ConcurrentHashMap<>();
    private final ReadOnce<String, Integer> newest = new ReadOnce<>(table -> newestOf());

    JdbcThemes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Theme> version(int version) {
        List<Theme> themes = known.get(version);
        if (themes == null) {
            themes = read(version);
            if (!themes.isEmpty()) {
                known.put(version, themes);
            }
        }
        return themes;
    }

    private List<Theme> read(int version) {
        Map<String, List<Theme.Item>> items = new LinkedHashMap<>();
        jdbc.sql("select * from theme_items where version = :version order by position")
                .param("version", version)
                .query(row -> {
                    items.computeIfAbsent(row.getString("theme"), theme -> new ArrayList<>())
                            .add(new Theme.Item(
                                    row.getString("code"), row.getString("text"), row.getString("english_text")));
                });
        return jdbc.sql("select * from themes where version = :version order by position")
                .param("version", version)
                .query((row, number) -> new Theme(
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("english_title"),
                        items.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    @Override
    public int newestVersion() {
        return newest.get("theme_versions");
    }

    private int newestOf() {
        return jdbc.sql("select coalesce(max(version), 0) from theme_versions")
                .query(Integer.class)
                .single();
    }

    /** As those wait who publish checklists. */
    void awaitTurn() {
        jdbc.sql("select version from theme_versions where version = 1 for update")
                .query(Integer.class)
                .optional();
    }

    /** Whether the newest says exactly the same: an older one may be taken up again, for a plan has the newest. */
    Optional<Integer> newestThatSays(List<Theme> themes) {
        int version = newestOf();
        return version > 0 && read(version).equals(themes) ? Optional.of(version) : Optional.empty();
    }

    /** Numbers the themes as the checklists are numbered. */
    int publish(List<Theme> themes, OffsetDateTime at, String by) {
        int version = newestOf() + 1;
        jdbc.sql("insert into theme_versions (version, loaded_at, loaded_by) values (:version, :at, :by)")
                .param("version", version)
                .param("at", at)
                .param("by", by)
                .update();
        newest.forget();
        int position = 0;
        for (Theme theme : themes) {
            insert(version, ++position, theme);
        }
        return version;
    }

    private void insert(int version, int position, Theme theme) {
        jdbc.sql(
                        """
                insert into themes (version, code, position, title, english_title)
                values (:version, :code, :position, :title, :englishTitle)""")
                .param("version", version)
                .param("code", theme.code())
                .param("position", position)
                .param("title", theme.title())
                .param("englishTitle", theme.englishTitle())
                .update();
        int place = 0;
        for (Theme.Item item : theme.items()) {
            jdbc.sql(
                            """
                    insert into theme_items (version, code, position, theme, text, english_text)
                    values (:version, :code, :position, :theme, :text, :englishText)""")
                    .param("version", version)
                    .param("code", item.code())
                    .param("position", ++place)
                    .param("theme", theme.code())
                    .param("text", item.text())
                    .param("englishText", item.englishText())
                    .update();
        }
    }
}
