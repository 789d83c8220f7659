package nepsong.progress;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The work in the cycles' processes, as the engine has it; every answer is one statement, however many units there are. */
public interface Workload {

    /** @param now decides what is late */
    List<Work> of(String cycle, Instant now);

    /** By cycle: the work of all of them, with nothing told apart by subject, and without tasks. */
    Map<String, List<Work>> ofAll();

    /** By cycle; those that are not configured are left out. */
    Map<String, Size> sizes();

    /** By step: the working days that the cycle gives it. */
    Map<String, Integer> deadlines(String cycle);

    /** How many units a cycle has, and in how many blocs. */
    record Size(int units, int blocs) {}
}
