package nepsong.operations;

import java.util.List;
import nepsong.cycle.Refusal;

/** The engine's side of trying a job again. */
public interface Jobs {

    /** As the administrator. Returns why not; empty when the job will run. */
    List<Refusal> retry(String job, String administrator);
}
