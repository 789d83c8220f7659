package nepsong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditKeyTest {

    @Test
    void theDemonstrationKeepsAKeyBesideItsDatabaseThatNobodyElseReads(@TempDir Path directory) throws Exception {
        String database = "jdbc:h2:file:" + directory.resolve("data/nepsong") + ";LOCK_TIMEOUT=10000";

        String print = key("", database).print();

        Path file = directory.resolve("data/audit.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(key("", database).print()).isEqualTo(print);
        Files.delete(file);
        assertThat(key("", database).print()).isNotEqualTo(print);
    }

    @Test
    void anEmptyFileIsFilledAndWhatAnEditorAddsIsLeftOut(@TempDir Path directory) throws Exception {
        String database = "jdbc:h2:file:" + directory.resolve("nepsong");
        Path file = Files.createFile(directory.resolve("audit.key"));

        String print = key("", database).print();
        assertThat(Files.readString(file)).hasSize(64);
        Files.writeString(file, Files.readString(file) + System.lineSeparator());
        assertThat(key("", database).print()).isEqualTo(print);
    }

    @Test
    void withoutAFileEachStartHasItsOwn() {
        assertThat(key("", "jdbc:h2:mem:x").print())
                .isNotEqualTo(key("", "jdbc:h2:mem:x").print());
    }

    @Test
    void theSelfCheckHearsWhatIsWrong() {
        assertThat(key("", "jdbc:h2:mem:x").weakness())
                .hasValueSatisfying(words -> assertThat(words).contains("nepsong.audit.key"));
        assertThat(key("123456789012345", "").weakness()).isPresent();
        assertThat(key("1234567890123456", "").weakness()).isEmpty();
    }

    private static AuditKey key(String configured, String database) {
        return new AuditKey(new AuditSettings(configured, Duration.ofSeconds(1)), database);
    }
}
