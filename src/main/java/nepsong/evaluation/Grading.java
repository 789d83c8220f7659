package nepsong.evaluation;

import java.util.ArrayList;
import java.util.List;

/** A unit's grade and all that led to it: the grade that its score earns, lowered by every cap. */
public record Grading(Grade byScore, List<Cap> caps) {

    public Grading {
        caps = List.copyOf(caps);
    }

    public Grade grade() {
        return caps.stream().map(Cap::highest).reduce(byScore, Grade::lower);
    }

    public Grading with(Cap cap) {
        List<Cap> all = new ArrayList<>(caps);
        all.add(cap);
        return new Grading(byScore, all);
    }
}
