package nepsong.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Keeps contents by the SHA-256 of their bytes, 64 hexadecimal digits, each once. None is ever whole in memory. */
public interface FileStore {

    /** Does nothing where the content is kept already. Runs in the transaction of whoever calls. */
    void keep(String sha256, Path file) throws IOException;

    boolean has(String sha256);

    /** @throws LostFileException where it is not kept */
    InputStream open(String sha256) throws IOException;

    /** Does nothing where it is not kept. */
    void remove(String sha256) throws IOException;
}
