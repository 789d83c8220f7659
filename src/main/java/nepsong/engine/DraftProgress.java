package nepsong.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How far a scorecard has come that was not handed in yet, as its draft says: rows with a score, or said not to apply. */
@Component
public class DraftProgress {

    /** The list of criteria, as the forms of all scorecards call it. */
    private static final String ROWS = "criteria";

    private final FormDrafts drafts;

    DraftProgress(FormDrafts drafts) {
        this.drafts = drafts;
    }

    /** @param rows filled ones */
    public record Filled(int rows, int of) {

        public int percent() {
            return of == 0 ? 0 : rows * 100 / of;
        }

        public int missing() {
            return of - rows;
        }
    }

    /** By task; a task without a draft, or without criteria in it, is left out. */
    public Map<String, Filled> of(Collection<String> tasks) {
        Map<String, Filled> filled = new HashMap<>();
        drafts.of(tasks).forEach((task, draft) -> {
            if (draft.values().get(ROWS) instanceof List<?> rows && !rows.isEmpty()) {
                int done = (int) rows.stream().filter(DraftProgress::isFilled).count();
                filled.put(task, new Filled(done, rows.size()));
            }
        });
        return filled;
    }

    private static boolean isFilled(Object row) {
        return row instanceof Map<?, ?> values
                && (values.get("score") != null || Boolean.TRUE.equals(values.get("notApplicable")));
    }
}
