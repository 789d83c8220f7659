package nepsong.catalogue;

import java.math.BigDecimal;
import java.util.Map;

/** How much each set counts in a unit's score. */
public interface Weights {

    /** By kind of unit; a set that does not count for a kind is left out. The weights of a kind add up to 1. */
    Map<String, Map<CriteriaSet, BigDecimal>> byKind();
}
