package nepsong.cycle;

/**
 * What a task is about, or what is looked for.
 *
 * @param cycle code of the cycle; empty for what belongs to none, as a nomination between two cycles
 * @param unit  code of the unit whose people have the task, or else that it is about; empty where it is no one unit's
 */
public record Affair(String cycle, String unit) {

    public static Affair ofCycle(String cycle) {
        return new Affair(cycle, "");
    }
}
