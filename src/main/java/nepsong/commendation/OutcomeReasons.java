package nepsong.commendation;

import java.util.Collection;
import java.util.Map;

/** Why nominations stopped or need more: what whoever decided wrote, or a decision table said. */
public interface OutcomeReasons {

    /** Of those that are explained, by id. */
    Map<String, String> of(Collection<Nomination> nominations);
}
