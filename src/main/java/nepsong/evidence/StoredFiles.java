package nepsong.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every content once: two who bring the same at the same moment wait for each other, and one that nobody refers to any
 * more goes. Each in a transaction of its own, for a large file takes its time.
 */
@Component
class StoredFiles {

    private static final Logger LOG = LoggerFactory.getLogger(StoredFiles.class);

    private final JdbcClient jdbc;
    private final FileStore store;
    private final Clock clock;
    private final TransactionTemplate own;

    StoredFiles(JdbcClient jdbc, FileStore store, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.store = store;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * A content that is known and lies nowhere any more is kept again.
     *
     * @return the file's SHA-256
     */
    String keep(Path file, FileType type) throws IOException {
        String sha256 = sha256(file);
        long size = Files.size(file);
        boolean known = isKept(sha256);
        if (known && store.has(sha256)) {
            return sha256;
        }
        try {
            own.executeWithoutResult(status -> {
                if (!known) {
                    jdbc.sql("insert into stored_files (sha256, size, media_type, stored_at) values (?, ?, ?, ?)")
                            .params(
                                    sha256,
                                    size,
                                    type.mediaType(),
                                    clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
                }
                try {
                    store.keep(sha256, file);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
        } catch (DataIntegrityViolationException both) {
            if (!isKept(sha256)) {
                throw both;
            }
        }
        return sha256;
    }

    private boolean isKept(String sha256) {
        return jdbc.sql("select 1 from stored_files where sha256 = ?")
                .param(sha256)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** In the caller's transaction: until its end nobody takes these contents away. False where one is gone already. */
    boolean hold(String... sha256) {
        for (String one : java.util.Arrays.stream(sha256).sorted().distinct().toList()) {
            if (jdbc.sql("select sha256 from stored_files where sha256 = ? for update")
                    .param(one)
                    .query(String.class)
                    .optional()
                    .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    InputStream open(String sha256) throws IOException {
        try {
            return store.open(sha256);
        } catch (LostFileException lost) {
            LOG.error(
                    "{}, though it was kept: two nodes need one folder, and a restored database its own",
                    lost.getMessage());
            throw lost;
        }
    }

    /** Takes away what nothing refers to any more. Where that fails nothing is lost but room. */
    void forget(String sha256) {
        try {
            own.executeWithoutResult(status -> {
                int gone = jdbc.sql(
                                """
                                delete from stored_files where sha256 = :sha256
                                and not exists (select 1 from evidence where sha256 = :sha256)
                                and not exists (select 1 from evidence where shown_sha256 = :sha256)
                                """)
                        .param("sha256", sha256)
                        .update();
                if (gone > 0) {
                    remove(sha256);
                }
            });
        } catch (DataAccessException referredTo) {
            LOG.info("kept {}: it has come into use again", sha256);
        }
    }

    private void remove(String sha256) {
        try {
            store.remove(sha256);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
