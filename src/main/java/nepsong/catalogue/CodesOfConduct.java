package nepsong.catalogue;

import java.time.LocalDate;
import java.util.List;

/** The decisions, past and present. */
public interface CodesOfConduct {

    /** Oldest first. */
    List<CodeOfConduct> validOn(LocalDate day);
}
