package nepsong.evaluation;

import java.util.Optional;

/** The decisions that make results known. */
public interface Publications {

    /** Empty until the results are published. */
    Optional<Publication> of(String cycle);

    void add(Publication publication);

    /** The last appeal is decided: nothing changes any more. */
    void conclude(String cycle);
}
