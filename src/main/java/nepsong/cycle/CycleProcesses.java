package nepsong.cycle;

import java.util.List;
import nepsong.organisation.Person;

/** What runs of a cycle, as the use cases need to know it. */
public interface CycleProcesses {

    /** Those to whom an open task of the cycle is given or offered, and those who began something in it, each once. */
    List<Person> concerned(String cycle);

    /** To the end of the caller's transaction nobody hands a form of the cycle in. */
    void hold(String cycle);

    /** Ends everything that runs of the cycle; its open tasks disappear. */
    void end(String cycle);
}
