package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a review of pages has found, by the name of the picture. */
final class Barriers {

    private Barriers() {}

    /** @param list where all of them are written, for whoever has to remove them */
    static void areNone(Map<String, List<String>> found, Path list) throws IOException {
        Files.createDirectories(list.getParent());
        Files.write(list, found.entrySet().stream().map(Object::toString).toList());
        assertThat(found.values().stream().flatMap(List::stream))
                .as("%s", found)
                .isEmpty();
    }
}
