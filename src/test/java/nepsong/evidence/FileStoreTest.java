package nepsong.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Random;
import javax.sql.DataSource;
import nepsong.organisation.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Both stores keep every content once, whole, and let it go. */
class FileStoreTest {

    @TempDir
    Path folder;

    /** With every table of ours. */
    DataSource database() {
        return TestDatabase.freshSource();
    }

    @Test
    void theDatabaseGivesBackWhatItWasGiven() throws Exception {
        FileStore store = new DatabaseFileStore(JdbcClient.create(database()));
        for (int size : new int[] {1, 1000, 256 * 1024, 256 * 1024 + 1, 3_000_000}) {
            keepsAndForgets(store, size);
        }
    }

    @Test
    void theFolderGivesBackWhatItWasGiven() throws Exception {
        FileStore store = new FolderFileStore(
                new EvidenceSettings(EvidenceSettings.Store.FOLDER, folder.resolve("kept"), "", 3310));
        keepsAndForgets(store, 1);
        keepsAndForgets(store, 3_000_000);
        assertThatThrownBy(() -> store.open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private void keepsAndForgets(FileStore store, int size) throws Exception {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        Path file = Files.write(folder.resolve("file"), content);
        String name = "%064x".formatted(size);
        store.keep(name, file);
        store.keep(name, file);
        try (InputStream in = store.open(name)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        store.remove(name);
        assertThatThrownBy(() -> store.open(name)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aFolderThatIsNotTheOthersIsFoundOutAndAFileBroughtAgainIsKeptAgain() throws Exception {
        DataSource source = database();
        Path file = Files.write(folder.resolve("file"), GoodFiles.pdf(1));
        StoredFiles here = stored(source, settings("here"));
        StoredFiles there = stored(source, settings("there"));
        String sha256 = here.keep(file, FileType.PDF);

        assertThat(sample(source, settings("here")).lost()).isZero();
        assertThat(sample(source, settings("there")))
                .isEqualTo(new LostFiles.Sample(1, 1, folder.resolve("there").toString()));
        assertThatThrownBy(() -> there.open(sha256)).isInstanceOf(LostFileException.class);

        assertThat(there.keep(file, FileType.PDF)).isEqualTo(sha256);
        assertThat(there.open(sha256)).hasSameContentAs(Files.newInputStream(file));
        assertThat(sample(source, settings("there")).lost()).isZero();
    }

    private EvidenceSettings settings(String name) {
        return new EvidenceSettings(EvidenceSettings.Store.FOLDER, folder.resolve(name), "", 3310);
    }

    private static StoredFiles stored(DataSource source, EvidenceSettings settings) {
        return new StoredFiles(
                JdbcClient.create(source),
                new FolderFileStore(settings),
                Clock.systemUTC(),
                new DataSourceTransactionManager(source));
    }

    private static LostFiles.Sample sample(DataSource source, EvidenceSettings settings) {
        return new LostFiles(JdbcClient.create(source), new FolderFileStore(settings), settings).newest();
    }

    @Test
    void aContentIsKeptOnceAndGoesWithTheLastThatNeedsIt() throws Exception {
        DataSource source = database();
        JdbcClient jdbc = JdbcClient.create(source);
        StoredFiles files = new StoredFiles(
                jdbc, new DatabaseFileStore(jdbc), Clock.systemUTC(), new DataSourceTransactionManager(source));
        Path file = Files.write(folder.resolve("file"), GoodFiles.pdf(1));
        String sha256 = files.keep(file, FileType.PDF);
        assertThat(files.keep(file, FileType.PDF)).isEqualTo(sha256);
        assertThat(jdbc.sql("select count(*) from stored_files")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(files.hold(sha256)).isTrue();
        files.forget(sha256);
        assertThat(files.hold(sha256)).isFalse();
        assertThat(jdbc.sql("select count(*) from stored_file_parts")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
