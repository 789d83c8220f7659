package nepsong.directive;

import java.util.Optional;

/** The plans, as they were drafted last. */
public interface Plans {

    Optional<Plan> find(String cycle);

    /** @throws java.util.NoSuchElementException where none was drafted */
    Plan get(String cycle);

    /** Empty where none was drafted. */
    Optional<LastDraft> findDraft(String cycle);

    /** @throws java.util.NoSuchElementException where none was drafted */
    default LastDraft lastDraft(String cycle) {
        return findDraft(cycle).orElseThrow();
    }

    /** In place of the cycle's plan so far. */
    void save(Plan plan);
}
