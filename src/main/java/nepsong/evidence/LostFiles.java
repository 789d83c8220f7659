package nepsong.evidence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether what the database knows lies where this machine keeps files. In the database it does. */
@Component
public class LostFiles {

    private static final int LOOKED_AT = 50;

    private final JdbcClient jdbc;
    private final FileStore store;
    private final EvidenceSettings settings;

    LostFiles(JdbcClient jdbc, FileStore store, EvidenceSettings settings) {
        this.jdbc = jdbc;
        this.store = store;
        this.settings = settings;
    }

    /**
     * Of the newest files, for each tells whether the folder is the right one.
     *
     * @param lookedAt how many
     * @param lost     how many of them are not there
     * @param folder   where they should be
     */
    public record Sample(int lookedAt, int lost, String folder) {}

    public Sample newest() {
        String folder = settings.folder().toAbsolutePath().normalize().toString();
        if (settings.store() == EvidenceSettings.Store.DATABASE) {
            return new Sample(0, 0, folder);
        }
        List<String> newest = jdbc.sql("select sha256 from stored_files order by stored_at desc limit ?")
                .param(LOOKED_AT)
                .query(String.class)
                .list();
        int lost = (int) newest.stream().filter(one -> !store.has(one)).count();
        return new Sample(newest.size(), lost, folder);
    }
}
