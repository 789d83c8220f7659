package nepsong.evidence;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** The content of a piece. Whether the person may have it is for the caller to have asked. */
@Component
public class OpenEvidence {

    private final StoredFiles files;

    OpenEvidence(StoredFiles files) {
        this.files = files;
    }

    /** @param original as it was brought, else the copy that others see */
    public InputStream open(Evidence piece, boolean original) throws IOException {
        return files.open(original ? piece.sha256() : piece.shownSha256());
    }
}
