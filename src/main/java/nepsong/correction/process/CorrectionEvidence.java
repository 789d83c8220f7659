package nepsong.correction.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nepsong.correction.Finding;
import nepsong.correction.FindingPhotos;
import nepsong.correction.Findings;
import nepsong.engine.FormTask;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.EvidencePlace.Topic;
import nepsong.evidence.EvidencePlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was found beside what was done about it: the secretary completes the former, the unit adds the latter. */
@Component
class CorrectionEvidence implements EvidencePlaces {

    private final Findings findings;

    CorrectionEvidence(Findings findings) {
        this.findings = findings;
    }

    @Override
    public Optional<EvidencePlace> of(FormTask task) {
        if (!task.process().equals("correction")) {
            return Optional.empty();
        }
        Finding finding = findings.get(task.text(CorrectionProcess.FINDING));
        boolean assigned = task.activity().equals("userTask_assignCorrection");
        boolean reported = task.activity().equals("userTask_reportCorrection");
        List<Topic> topics = new ArrayList<>();
        topics.add(before(finding, assigned ? EvidenceKind.FINDING : null));
        for (int round = 1; !assigned && round <= finding.round(); round++) {
            topics.add(after(finding, round, reported && round == finding.round() ? EvidenceKind.CORRECTION : null));
        }
        return Optional.of(new EvidencePlace(
                task.cycle(),
                task.unit(),
                task.text("unitName"),
                List.of(EvidenceKind.FINDING, EvidenceKind.CORRECTION),
                topics));
    }

    private static Topic before(Finding finding, @Nullable EvidenceKind adds) {
        return new Topic(
                FindingPhotos.before(finding),
                FindingPhotos.before(finding),
                "Trước khi khắc phục: " + finding.type().label() + " – " + finding.place(),
                adds == null ? "" : "ảnh chụp tại chỗ khi phát hiện",
                adds != null && finding.terms().photoBefore(),
                adds);
    }

    private static Topic after(Finding finding, int round, @Nullable EvidenceKind adds) {
        return new Topic(
                FindingPhotos.after(finding, round),
                FindingPhotos.after(finding, round),
                "Sau khi khắc phục" + (round == 1 ? "" : ", lần " + round),
                adds == null ? "" : "ảnh chụp tại cùng vị trí với ảnh trước khi khắc phục",
                adds != null && finding.terms().photoAfter(),
                adds);
    }
}
