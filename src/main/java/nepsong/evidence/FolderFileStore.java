package nepsong.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Contents as files of a folder, for those whose backup takes the folder along. A file appears whole or not at all. */
@Component
@ConditionalOnProperty(name = "nepsong.evidence.store", havingValue = "folder")
class FolderFileStore implements FileStore {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    FolderFileStore(EvidenceSettings settings) {
        this.folder = settings.folder().toAbsolutePath().normalize();
    }

    @Override
    public void keep(String sha256, Path file) throws IOException {
        Path kept = place(sha256);
        if (Files.exists(kept)) {
            return;
        }
        Path shelf = folder.resolve(sha256.substring(0, 2));
        Files.createDirectories(shelf);
        Path arriving = Files.createTempFile(shelf, "arriving", ".part");
        try {
            Files.copy(file, arriving, StandardCopyOption.REPLACE_EXISTING);
            Files.move(arriving, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    @Override
    public boolean has(String sha256) {
        return Files.exists(place(sha256));
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        try {
            return Files.newInputStream(place(sha256));
        } catch (NoSuchFileException missing) {
            throw new LostFileException(sha256);
        }
    }

    @Override
    public void remove(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    private Path place(String sha256) {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
