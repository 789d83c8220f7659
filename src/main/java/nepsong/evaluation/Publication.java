package nepsong.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision that makes a cycle's results known.
 *
 * @param documentNumber given after signing
 * @param madePublic     codes of what everybody may see
 * @param concludedAt    when the last appeal was decided; null before
 */
public record Publication(
        String cycle,
        int documentNumber,
        String documentSymbol,
        LocalDate issuedOn,
        List<String> madePublic,
        String publishedBy,
        Instant publishedAt,
        @Nullable Instant concludedAt) {

    public Publication {
        madePublic = List.copyOf(madePublic);
    }
}
