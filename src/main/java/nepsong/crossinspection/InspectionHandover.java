package nepsong.crossinspection;

import java.time.LocalDate;
import nepsong.organisation.Unit;
import org.jspecify.annotations.Nullable;

/** The engine's side of an inspection that another unit takes over. */
public interface InspectionHandover {

    /**
     * The running inspection is the other unit's. Its sheet, where it waits to be filled in, is offered anew, so that
     * nothing that was typed into it, granted for it or handed to a substitute comes along.
     *
     * @param sheetDueOn the last day for the sheet; null where the visit is not scheduled yet
     */
    void giveTo(Unit unit, String cycle, String inspected, @Nullable LocalDate sheetDueOn);
}
