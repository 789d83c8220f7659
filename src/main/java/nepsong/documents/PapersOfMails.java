package nepsong.documents;

import java.util.Optional;
import nepsong.crossinspection.VisitChanges;
import nepsong.cycle.Cycles;
import nepsong.evaluation.Reports;
import nepsong.notification.MailPaper;
import nepsong.notification.MailPapers;
import org.springframework.stereotype.Component;

/** The documents that go with mails, to those alone who may take them away by themselves; of a withdrawn cycle none. */
@Component
class PapersOfMails implements MailPapers {

    private final VisitNotice notice;
    private final ConferenceInvitation invitation;
    private final VisitChanges changes;
    private final Reports reports;
    private final Cycles cycles;

    PapersOfMails(
            VisitNotice notice, ConferenceInvitation invitation, VisitChanges changes, Reports reports, Cycles cycles) {
        this.cycles = cycles;
        this.notice = notice;
        this.invitation = invitation;
        this.changes = changes;
        this.reports = reports;
    }

    @Override
    public Optional<File> of(MailPaper paper, String person) {
        return cycles.find(paper.cycle())
                .filter(cycle -> cycle.withdrawnAt() == null)
                .flatMap(cycle -> ofRunning(paper, person));
    }

    private Optional<File> ofRunning(MailPaper paper, String person) {
        return switch (paper.kind()) {
            case VISIT_NOTICE ->
                Optional.of(paper)
                        .filter(one -> changes.of(one.cycle(), one.unit()).size() == one.version())
                        .flatMap(one -> notice.of(one.cycle(), one.unit(), person))
                        .map(content -> new File(VisitNotice.name(paper.cycle(), paper.unit()) + ".docx", content));
            case CONFERENCE_INVITATION ->
                reports.latest(paper.cycle())
                        .filter(report -> report.version() == paper.version())
                        .flatMap(report -> invitation.to(paper.cycle(), person))
                        .map(content -> new File(ConferenceInvitation.name(paper.cycle()) + ".docx", content));
        };
    }
}
