package nepsong.evaluation;

import java.time.Instant;
import java.util.List;

/** What the members of the team say about a report. */
public interface Opinions {

    /** @param silent the round closed before the person said anything, which is consent */
    record Opinion(String person, boolean consents, boolean silent) {}

    /** @param version of the report that it is about */
    record OwnRemark(int version, Remark remark) {}

    /** By person. */
    List<Opinion> of(Report report);

    /** By person and position. */
    List<Remark> remarks(Report report);

    /** What one member said of every version of a cycle's report, the newest first. */
    List<OwnRemark> remarksOf(String cycle, String person);

    /** What one member said of the version that was the newest at that time. */
    List<OwnRemark> remarksOf(String cycle, String person, Instant at);

    void add(Report report, Opinion opinion, List<Remark> remarks);

    /** Writes the answers of these remarks. */
    void answer(Report report, List<Remark> remarks, String user);
}
