package nepsong.evidence;

import java.util.Optional;
import nepsong.engine.FormTask;

/** Lets a stage say what the evidence of its tasks is about. */
public interface EvidencePlaces {

    /** Empty for a task of another stage, and for one that needs no evidence. */
    Optional<EvidencePlace> of(FormTask task);
}
