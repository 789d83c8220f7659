package nepsong.evidence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An upload that may be kept.
 *
 * @param name  tidied
 * @param shown the copy for the eyes of others; the file itself where nothing had to be taken out
 */
record CheckedFile(String name, FileType type, Path file, Path shown, @Nullable Capture capture) {}
