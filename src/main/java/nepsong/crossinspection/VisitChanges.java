package nepsong.crossinspection;

import java.util.List;

/** How planned visits were changed. */
public interface VisitChanges {

    void add(VisitChange change);

    /** In the order in which they were made. */
    List<VisitChange> of(String cycle, String unit);
}
