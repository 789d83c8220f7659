package nepsong.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision that makes a cycle's results known.
 *
 * @param documentNumber given after signing
 * @param madePublic     what everybody may see: {@link #RANKING}, {@link #GROUPS}, {@link #MODELS}
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

    /** Ranks, scores and grades by bloc. */
    public static final String RANKING = "ranking";
    /** The scores of the groups of criteria. */
    public static final String GROUPS = "groups";
    /** Good examples, as the report tells them. */
    public static final String MODELS = "models";

    public Publication {
        madePublic = List.copyOf(madePublic);
    }

    /** @param part one of the constants above */
    public boolean opens(String part) {
        return madePublic.contains(part);
    }
}
