package nepsong.cycle;

import java.util.List;
import nepsong.organisation.Person;

/** What runs of a cycle, as the use cases need to know it. */
public interface CycleProcesses {

    /** Those to whom an open task of the cycle is given or offered, and those who began something in it, each once. */
    List<Person> concerned(String cycle);

    /** Ends everything that runs of the cycle; its open tasks disappear. */
    void end(String cycle);
}
