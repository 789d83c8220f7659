package nepsong.correction.process;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nepsong.correction.CorrectionReports;
import nepsong.correction.Finding;
import nepsong.correction.FindingPhotos;
import nepsong.correction.Findings;
import nepsong.correction.ReportedCorrection;
import nepsong.engine.FormTask;
import nepsong.evidence.Dossier;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.EvidencePlace.Topic;
import nepsong.evidence.EvidencePlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was found beside what was done about it: the secretary completes the former, where the inspectors' own photos stay as
 * they are, the unit adds the latter, and whoever looks again shows whether it has lasted.
 */
@Component
class CorrectionEvidence implements EvidencePlaces {

    private final Findings findings;
    private final CorrectionReports reports;
    private final EvidencePieces pieces;

    CorrectionEvidence(Findings findings, CorrectionReports reports, EvidencePieces pieces) {
        this.pieces = pieces;
        this.findings = findings;
        this.reports = reports;
    }

    @Override
    public Optional<EvidencePlace> of(FormTask task) {
        if (!task.process().equals("correction")) {
            return Optional.empty();
        }
        Finding finding = findings.get(task.text(CorrectionProcess.FINDING));
        boolean assigned = task.activity().equals("userTask_assignCorrection");
        boolean reported = task.activity().equals("userTask_reportCorrection");
        boolean verified = task.activity().equals("userTask_verifyCorrection");
        boolean lookedAgain = task.activity().equals("userTask_lookAgain");
        Set<String> filed = pieces.counts(task.cycle(), task.unit(), EvidenceKind.CORRECTION)
                .keySet();
        Set<Integer> lookedAgainBefore = reports.of(finding.id()).stream()
                .filter(report ->
                        report.secondLook() != null && report.secondLook().isDone())
                .map(ReportedCorrection::number)
                .collect(toSet());
        List<Topic> topics = new ArrayList<>();
        topics.add(before(finding, assigned ? EvidenceKind.FINDING : null));
        for (int round = 1; !assigned && round <= finding.round(); round++) {
            boolean last = round == finding.round();
            topics.add(after(finding, round, reported && last ? EvidenceKind.CORRECTION : null));
            if (verified && last) {
                topics.add(seen(finding, round, EvidenceKind.CORRECTION));
            } else if (filed.contains(FindingPhotos.verified(finding, round))) {
                topics.add(seen(finding, round, null));
            }
            if (lookedAgain && last) {
                topics.add(again(finding, round, EvidenceKind.CORRECTION));
            } else if (lookedAgainBefore.contains(round)) {
                topics.add(again(finding, round, null));
            }
        }
        return Optional.of(new EvidencePlace(
                Dossier.ofUnit(task.cycle(), task.unit()),
                task.text("unitName"),
                List.of(EvidenceKind.FINDING, EvidenceKind.CORRECTION),
                topics,
                assigned));
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

    private static Topic seen(Finding finding, int round, @Nullable EvidenceKind adds) {
        return new Topic(
                FindingPhotos.verified(finding, round),
                FindingPhotos.verified(finding, round),
                "Khi xác minh" + (round == 1 ? "" : " kết quả khắc phục lần " + round),
                adds == null ? "" : "ảnh người xác minh chụp tại cùng vị trí, nếu có",
                false,
                adds);
    }

    private static Topic again(Finding finding, int round, @Nullable EvidenceKind adds) {
        return new Topic(
                FindingPhotos.again(finding, round),
                FindingPhotos.again(finding, round),
                "Khi xem lại" + (round == 1 ? "" : " kết quả khắc phục lần " + round),
                adds == null ? "" : "ảnh chụp hiện nay tại cùng vị trí",
                adds != null && finding.terms().photoAfter(),
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
