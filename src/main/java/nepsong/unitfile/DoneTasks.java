package nepsong.unitfile;

import java.util.List;

/** What people have completed, as the engine remembers it. */
interface DoneTasks {

    int count(String person);

    /** The newest first. */
    List<DoneTask> of(String person, int offset, int atMost);
}
