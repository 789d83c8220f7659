package nepsong.selfassessment;

import nepsong.catalogue.Criterion;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePlace.Need;
import nepsong.evidence.EvidencePlace.Topic;
import org.jspecify.annotations.Nullable;

/** A criterion as something to prove, whichever step asks for the proof. */
public final class CriterionTopic {

    private CriterionTopic() {}

    /** @param adds as {@link Topic#adds} */
    public static Topic of(Criterion criterion, Need need, @Nullable EvidenceKind adds) {
        return new Topic(criterion.code(), criterion.code(), criterion.text(), criterion.evidence(), need, adds);
    }
}
