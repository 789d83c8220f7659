package nepsong.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The secret of the chain. Whoever holds the database alone cannot make a row that fits. */
@Component
public class AuditKey {

    private static final Logger LOG = LoggerFactory.getLogger(AuditKey.class);
    private static final int SHORTEST = 16;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:(?:file:)?(?!mem:|tcp:|ssl:|zip:)([^;]+).*");

    private final String configured;
    private final SecretKeySpec key;

    AuditKey(AuditSettings settings, @Value("${spring.datasource.url:}") String database) {
        this.configured = settings.key().strip();
        String secret = configured.isEmpty() ? makeshift(database) : configured;
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** What is wrong with the key in the settings by itself, in English as the log is; empty when it is good. */
    Optional<String> weakness() {
        if (configured.isEmpty()) {
            return Optional.of("nepsong.audit.key is not set: the audit chain could be made anew by whoever starts us");
        }
        return configured.length() < SHORTEST
                ? Optional.of("nepsong.audit.key is shorter than " + SHORTEST + " characters: it could be guessed")
                : Optional.empty();
    }

    /** Ready for use by one thread. */
    Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Another key for another purpose, which tells nothing of this one and is as lasting. */
    public SecretKeySpec derived(String purpose) {
        return new SecretKeySpec(mac().doFinal(purpose.getBytes(StandardCharsets.UTF_8)), ALGORITHM);
    }

    /** Shows whether two keys are one, and nothing else about it. */
    String print() {
        return HexFormat.of().formatHex(mac().doFinal("nepsong.audit.key".getBytes(StandardCharsets.UTF_8)));
    }

    /** A database in memory forgets its events with the process, and so may the key be. */
    private static String makeshift(String database) {
        Matcher file = H2_FILE.matcher(database);
        if (!file.matches()) {
            if (!database.startsWith("jdbc:h2:mem:")) {
                LOG.warn("nepsong.audit.key is not set: the audit chain cannot be verified after a restart");
            }
            return random();
        }
        try {
            return kept(Path.of(file.group(1)).toAbsolutePath().resolveSibling("audit.key"));
        } catch (IOException failed) {
            throw new UncheckedIOException("the key of the audit chain beside the database", failed);
        }
    }

    private static String kept(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException fromAnEarlierStart) {
            LOG.debug("The key of the audit chain is read from {}", file);
        }
        // Empty where it is new, and where an earlier start was killed before it wrote.
        String key = Files.readString(file).strip();
        if (!key.isEmpty()) {
            return key;
        }
        Files.writeString(file, random());
        return Files.readString(file);
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
