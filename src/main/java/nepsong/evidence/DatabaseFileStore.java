package nepsong.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Contents in the database, so that one backup holds everything: in rows of a quarter of a megabyte, because the drivers
 * take a larger value whole into memory and H2 and PostgreSQL share no type for large objects.
 */
@Repository
@ConditionalOnProperty(name = "nepsong.evidence.store", havingValue = "database", matchIfMissing = true)
class DatabaseFileStore implements FileStore {

    private static final int PART = 256 * 1024;

    private final JdbcClient jdbc;

    DatabaseFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(String sha256, Path file) throws IOException {
        if (has(sha256)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                jdbc.sql("insert into stored_file_parts (sha256, number, content) values (?, ?, ?)")
                        .params(sha256, number++, part)
                        .update();
            }
        }
    }

    @Override
    public boolean has(String sha256) {
        return jdbc.sql("select 1 from stored_file_parts where sha256 = ? and number = 0")
                .param(sha256)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public InputStream open(String sha256) {
        byte[] first = part(sha256, 0).orElseThrow(() -> new LostFileException(sha256));
        return new Parts(sha256, first);
    }

    @Override
    public void remove(String sha256) {
        jdbc.sql("delete from stored_file_parts where sha256 = ?").param(sha256).update();
    }

    private Optional<byte[]> part(String sha256, int number) {
        return jdbc.sql("select content from stored_file_parts where sha256 = ? and number = ?")
                .params(sha256, number)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** Asks for the next part when one is read to its end, so that no connection waits for a slow reader. */
    private final class Parts extends InputStream {

        private final String sha256;
        private byte[] part;
        private int number;
        private int at;

        Parts(String sha256, byte[] first) {
            this.sha256 = sha256;
            this.part = first;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (at == part.length) {
                if (part.length < PART) {
                    return -1;
                }
                part = part(sha256, ++number).orElse(new byte[0]);
                at = 0;
                if (part.length == 0) {
                    return -1;
                }
            }
            int count = Math.min(length, part.length - at);
            System.arraycopy(part, at, to, offset, count);
            at += count;
            return count;
        }
    }
}
