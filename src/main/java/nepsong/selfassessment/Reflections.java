package nepsong.selfassessment;

/** What the units say about themselves beside their scores. */
public interface Reflections {

    /** In the order in which it was written. */
    Reflection of(String cycle, String unit);

    /** @param anew whether something may have been written before, which is replaced */
    void write(String cycle, String unit, Reflection reflection, boolean anew);
}
