package nepsong.evaluation;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The invitations to conferences that went out by mail, and what was said to them. */
public interface Invitations {

    /**
     * What somebody who was invited has said to it.
     *
     * @param person  id
     * @param attends null as long as nothing was said
     * @param note    why not, or who comes instead; may be empty
     */
    record Answer(String person, @Nullable Boolean attends, String note) {

        public boolean isYes() {
            return Boolean.TRUE.equals(attends);
        }

        public boolean isNo() {
            return Boolean.FALSE.equals(attends);
        }
    }

    void add(Report report, Collection<String> persons);

    /** Of everybody who was invited, their last word. */
    List<Answer> answers(Report report);

    void answer(Report report, Answer answer);
}
