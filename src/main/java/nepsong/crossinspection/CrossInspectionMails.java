package nepsong.crossinspection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Cycles;
import nepsong.directive.WorkingGroup;
import nepsong.notification.Outbox;
import nepsong.notification.UnitPost;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.Acknowledgement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the two units are told of their pair beside their tasks; of the visit itself {@link VisitMails} tells. */
@Component
class CrossInspectionMails {

    private static final String SCHEDULING = "cross-inspection.schedule";
    /** The minutes have as long to be signed as they had to be written. */
    private static final String MINUTES = "cross-inspection.write-minutes";

    private final Outbox outbox;
    private final PairPost pairPost;
    private final UnitPost post;
    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CrossInspectionMails(
            Outbox outbox, PairPost pairPost, UnitPost post, Cycles cycles, WorkingCalendar calendar, Clock clock) {
        this.outbox = outbox;
        this.pairPost = pairPost;
        this.post = post;
        this.cycles = cycles;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Each inspecting unit learns whom it inspects, and may still name a conflict until the visit is scheduled.
     *
     * @param groups by inspected unit
     * @param said   when they took up the cycle, by unit: whom each sends
     */
    void assigned(String cycle, List<Pair> pairs, Map<String, WorkingGroup> groups, Map<String, Acknowledgement> said) {
        LocalDate objectUntil = calendar.plus(LocalDate.now(clock), cycles.workingDays(cycle, SCHEDULING));
        outbox.postAll(pairs.stream()
                .flatMap(pair -> pairPost
                        .letter("cross-inspection.assigned", cycle, pair.inspected(), pair.inspecting())
                        .with("deadline", objectUntil)
                        .with("officers", officers(pair.inspecting(), said.get(pair.inspecting())))
                        .with("workingGroup", name(groups.get(pair.inspected())))
                        .to(pairPost.inspectors(pair.inspecting()))
                        .stream())
                .toList());
    }

    /** Once they are written, both sides sign them; a side that has refused to is not asked again. */
    void minutesWaiting(String cycle, String unit, String inspecting, boolean refused) {
        List<Person> signing = new ArrayList<>(pairPost.inspectors(inspecting));
        if (!refused) {
            signing.addAll(post.readers(unit));
        }
        outbox.postAll(pairPost.letter("cross-inspection.minutes-waiting", cycle, unit, inspecting)
                .with("deadline", calendar.plus(LocalDate.now(clock), cycles.workingDays(cycle, MINUTES)))
                .to(signing));
    }

    void answered(String cycle, String unit) {
        post.send(post.letter("cross-inspection.explanation-answered", cycle, unit), unit);
    }

    private static @Nullable String name(@Nullable WorkingGroup group) {
        return group == null ? null : group.name();
    }

    /** Whom the unit named when it acknowledged; where it named nobody, whoever may be sent. */
    private String officers(String unit, @Nullable Acknowledgement said) {
        return pairPost.names(
                said == null || said.inspectors().isEmpty()
                        ? pairPost.inspectors(unit).stream().map(Person::id).toList()
                        : said.inspectors());
    }
}
