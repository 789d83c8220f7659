package nepsong.evaluation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.evaluation.Invitation.Section;
import nepsong.evaluation.Invitations.Answer;
import nepsong.organisation.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A guest reads the invitation, and the draft that the conference is about, and says whether they come. */
@Component
public class AnswerInvitation {

    private static final int LONGEST_NOTE = 20_000;

    private final Reports reports;
    private final Conferences conferences;
    private final Invitations invitations;
    private final Cycles cycles;
    private final Clock clock;

    AnswerInvitation(Reports reports, Conferences conferences, Invitations invitations, Cycles cycles, Clock clock) {
        this.reports = reports;
        this.conferences = conferences;
        this.invitations = invitations;
        this.cycles = cycles;
        this.clock = clock;
    }

    /** Empty for everybody who is not invited to the cycle's newest conference. */
    @Transactional(readOnly = true)
    public Optional<Invitation> of(String code, String person) {
        return cycles.find(code)
                .flatMap(cycle -> reports.latest(code).flatMap(report -> invitations.answers(report).stream()
                        .filter(answer -> answer.person().equals(person))
                        .findFirst()
                        .flatMap(answer -> conferences
                                .find(report)
                                .map(conference -> invitation(cycle, report, conference, answer)))));
    }

    private Invitation invitation(Cycle cycle, Report report, Conference conference, Answer answer) {
        return new Invitation(
                cycle.code(),
                cycle.name(),
                conference,
                Arrays.stream(ReportSection.values())
                        .map(section -> new Section(section.title(), report.section(section)))
                        .filter(section -> !section.text().isEmpty())
                        .toList(),
                answer,
                closed(cycle, conference));
    }

    private @Nullable String closed(Cycle cycle, Conference conference) {
        if (cycle.withdrawnAt() != null) {
            return "Kỳ kiểm tra đã dừng nên Hội nghị không họp";
        }
        return conference.startsAt().isAfter(clock.instant()) ? null : "Đã đến giờ họp nên không xác nhận được nữa";
    }

    /**
     * The last word counts.
     *
     * @param attends null where nothing was chosen
     * @return empty for everybody who is not invited; what is wrong otherwise
     */
    @Transactional
    public Optional<List<Refusal>> answer(String code, String person, @Nullable Boolean attends, String note) {
        return of(code, person).map(invitation -> {
            List<Refusal> refusals = new ArrayList<>();
            String said = TypedText.of(note);
            if (invitation.closed() != null) {
                refusals.add(Refusal.of("", invitation.closed()));
            }
            if (attends == null) {
                refusals.add(Refusal.of("attends", "Hãy chọn dự hoặc không dự được"));
            }
            if (TypedText.length(said) > LONGEST_NOTE) {
                refusals.add(Refusal.of("note", "Ghi chú có nhiều nhất 20.000 ký tự"));
            }
            if (attends != null && refusals.isEmpty()) {
                invitations.answer(reports.get(code), new Answer(person, attends, said));
            }
            return refusals;
        });
    }
}
