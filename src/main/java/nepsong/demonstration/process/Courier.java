package nepsong.demonstration.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nepsong.evidence.AddEvidence;
import nepsong.evidence.Citation;
import org.springframework.stereotype.Component;

/** Takes a file to a task, the way that every upload goes. */
@Component
class Courier {

    private final AddEvidence adding;

    Courier(AddEvidence adding) {
        this.adding = adding;
    }

    /** @param topics what it proves */
    void bring(String task, String person, String name, byte[] content, List<String> topics, Citation citation) {
        try {
            Path file = Files.createTempFile("demonstration", ".tmp");
            try {
                Files.write(file, content);
                var brought = adding.add(task, person, new AddEvidence.Upload(name, file, topics, citation));
                if (brought.isEmpty() || brought.get().isRefused()) {
                    throw new IllegalStateException("no " + name + " for " + topics + ": " + brought);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
