package nepsong.commendation;

import java.util.List;
import java.util.Optional;
import nepsong.cycle.Refusal;
import nepsong.organisation.People;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member of the council votes. What is kept of it are a total and that the member has answered. */
@Component
public class CastVote {

    private final Nominations nominations;
    private final Ballots ballots;
    private final People people;
    private final Units units;

    CastVote(Nominations nominations, Ballots ballots, People people, Units units) {
        this.nominations = nominations;
        this.ballots = ballots;
        this.people = people;
        this.units = units;
    }

    /** Why the member may only abstain, in Vietnamese; empty when every vote is open to them. */
    @Transactional(readOnly = true)
    public Optional<String> conflict(String nomination, String member) {
        return conflict(nominations.get(nomination), member);
    }

    private Optional<String> conflict(Nomination about, String member) {
        if (people.worksFor(member, about.unit())) {
            String name = units.find(about.unit()).map(Unit::name).orElse(about.unit());
            return Optional.of(
                    "Bạn công tác tại " + name + ", là đơn vị được đề nghị, nên chỉ được chọn không tham gia bỏ phiếu");
        }
        return member.equals(about.proposedBy())
                ? Optional.of("Bạn là người lập đề nghị này nên chỉ được chọn không tham gia bỏ phiếu")
                : Optional.empty();
    }

    /**
     * @param member whose vote it is
     * @param by     who hands it in; empty when the system does
     * @param reason of a vote against, kept without a name, or of staying away, kept with it; null in favour
     */
    @Transactional
    public List<Refusal> cast(
            String nomination, String member, String by, VoteChoice choice, VoteWay way, @Nullable String reason) {
        if (!by.isEmpty() && !by.equals(member)) {
            return List.of(Refusal.of("", "Phiếu này của thành viên khác; không ai bỏ phiếu thay"));
        }
        Nomination about = nominations.get(nomination);
        boolean abstains = choice == VoteChoice.ABSTAIN;
        Optional<String> conflict = abstains ? Optional.empty() : conflict(about, member);
        if (conflict.isPresent()) {
            return List.of(Refusal.of("decision", conflict.get()));
        }
        if (!ballots.handIn(nomination, member, way, abstains ? reason : null)) {
            return List.of(Refusal.of("", "Thành viên này đã bỏ phiếu hoặc không thuộc danh sách bỏ phiếu"));
        }
        if (!abstains) {
            ballots.drop(nomination, choice, reason);
        }
        return List.of();
    }
}
