package nepsong.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nepsong.cycle.Refusal;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.TestDatabase;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The secret vote on a database of its own. */
class CastVoteTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2023-11-20T02:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private final JdbcClient jdbc = TestDatabase.fresh();
    private final Nominations nominations = new JdbcNominations(jdbc);
    private final Ballots ballots = new JdbcBallots(jdbc);
    private final CastVote vote = new CastVote(nominations, ballots, new Council(), new NoUnits());
    private final Nomination nomination = Nomination.fresh(
            null,
            "q-ba-dinh",
            new Subject(SubjectType.PERSON, "Lê Thị Mai", 1980, Gender.FEMALE, "Phường Ngọc Hà"),
            AwardForm.COMMENDATION_LETTER,
            new Achievement("Việc tốt", LocalDate.of(2023, 1, 1), LocalDate.of(2023, 6, 1), null, null),
            null,
            "office",
            CLOCK.instant());

    @BeforeEach
    void threeAreAsked() {
        nominations.add(nomination);
        ballots.ask(nomination.id(), List.of("council1", "council2", "ofTheUnit"));
    }

    @Test
    void aMemberVotesOnce() {
        assertThat(cast("council1", VoteChoice.IN_FAVOUR, null)).isEmpty();
        assertThat(cast("council1", VoteChoice.AGAINST, "Lý do")).singleElement();
        assertThat(ballots.count(nomination.id())).isEqualTo(new Ballots.Count(3, 1, 1, 1, 0, 0));
    }

    @Test
    void whoWasNotAskedDoesNotVote() {
        assertThat(cast("somebody", VoteChoice.IN_FAVOUR, null)).singleElement();
    }

    @Test
    void nobodyVotesForAnother() {
        assertThat(vote.cast(nomination.id(), "council1", "council2", VoteChoice.IN_FAVOUR, VoteWay.MEETING, null))
                .singleElement();
        assertThat(ballots.count(nomination.id()).voted()).isZero();
    }

    @Test
    void whoBelongsToTheUnitStaysAwayAndIsNotCountedAsVoting() {
        assertThat(cast("ofTheUnit", VoteChoice.IN_FAVOUR, null))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("q-ba-dinh"));
        assertThat(cast("ofTheUnit", VoteChoice.ABSTAIN, "Cùng đơn vị")).isEmpty();
        assertThat(ballots.count(nomination.id())).isEqualTo(new Ballots.Count(3, 0, 0, 1, 0, 1));
    }

    @Test
    void soDoesWhoHasARoleThereAndOfWhomNothingElseIsKnown() {
        alsoAsked("headOfTheUnit");
        assertThat(cast("headOfTheUnit", VoteChoice.IN_FAVOUR, null)).singleElement();
        assertThat(cast("headOfTheUnit", VoteChoice.ABSTAIN, "Cùng đơn vị")).isEmpty();
    }

    @Test
    void soDoesWhoeverProposedIt() {
        alsoAsked("office");
        assertThat(cast("office", VoteChoice.IN_FAVOUR, null))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("người lập đề nghị"));
        assertThat(cast("office", VoteChoice.ABSTAIN, "Người lập đề nghị")).isEmpty();
    }

    @Test
    void aNominationIsReadAsItWasWritten() {
        Nomination read = nominations.get(nomination.id());
        assertThat(read.subject()).isEqualTo(nomination.subject());
        assertThat(read.achievement()).isEqualTo(nomination.achievement());
        assertThat(read.state()).isEqualTo(NominationState.PROPOSED);
        Nomination namesake = Nomination.fresh(
                null,
                nomination.unit(),
                new Subject(SubjectType.PERSON, "LÊ THỊ MAI", null, null, ""),
                AwardForm.CITY_TITLE,
                nomination.achievement(),
                null,
                "office",
                CLOCK.instant());
        nominations.add(namesake);
        assertThat(nominations.namesakesOf(read)).extracting(Nomination::id).containsExactly(namesake.id());
    }

    private void alsoAsked(String member) {
        jdbc.sql("insert into nomination_voters (nomination, member, voted) values (?, ?, false)")
                .params(nomination.id(), member)
                .update();
    }

    private List<Refusal> cast(String member, VoteChoice choice, String reason) {
        return vote.cast(nomination.id(), member, member, choice, VoteWay.MEETING, reason);
    }

    private static final class Council implements People {

        @Override
        public Optional<Person> find(String id) {
            String unit = id.equals("ofTheUnit") ? "q-ba-dinh" : null;
            return Optional.of(new Person(id, id, id + "@nepsong.example", "", "", unit, null));
        }

        @Override
        public List<Person> all() {
            return List.of();
        }

        @Override
        public List<Person> inGroup(String group) {
            return List.of();
        }

        @Override
        public Map<String, List<Person>> inGroups(Collection<String> groups) {
            return Map.of();
        }

        @Override
        public Set<String> groupsOf(String personId) {
            return personId.equals("headOfTheUnit") ? Set.of(Groups.headAt("q-ba-dinh")) : Set.of();
        }
    }

    private static final class NoUnits implements Units {

        @Override
        public Optional<Unit> find(String code) {
            return Optional.empty();
        }

        @Override
        public List<Unit> find(Collection<String> codes) {
            return List.of();
        }

        @Override
        public List<Unit> validOn(LocalDate day) {
            return List.of();
        }
    }
}
