package nepsong.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nepsong.audit.AuditTrail;
import nepsong.delegation.StandIns;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.junit.jupiter.api.Test;

class ProposerPolicyTest {

    private final People people = mock();
    private final AuditTrail trail = mock();
    private final StandIns standIns = mock();
    private final ProposerPolicy policy = new ProposerPolicy(people, trail, standIns);
    private final Nomination nomination = Nomination.fresh(
            "2023",
            "q-ba-dinh",
            new Subject(SubjectType.PERSON, "Lê Thị Mai", 1980, null, "Phường Ngọc Hà"),
            AwardForm.COMMENDATION_LETTER,
            new Achievement("Việc tốt", LocalDate.of(2023, 1, 1), LocalDate.of(2023, 6, 1), null, null),
            null,
            "lan",
            Instant.EPOCH);

    @Test
    void whoeverProposedItLeavesItToAColleague() {
        when(people.inGroup(Groups.AWARD_OFFICE)).thenReturn(List.of(person("lan"), person("minh")));
        assertThat(policy.check(nomination, "lan", Groups.AWARD_OFFICE, "appraise"))
                .singleElement()
                .extracting(refusal -> refusal.reason())
                .asString()
                .contains("người lập đề nghị");
        assertThat(policy.check(nomination, "minh", Groups.AWARD_OFFICE, "appraise"))
                .isEmpty();
        assertThat(policy.check(nomination, "", Groups.AWARD_OFFICE, "appraise"))
                .isEmpty();
        verifyNoInteractions(trail);
    }

    @Test
    void whoStandsInForTheProposerIsKeptOutLikeThem() {
        when(people.inGroup(Groups.AWARD_OFFICE)).thenReturn(List.of(person("lan"), person("minh"), person("hoa")));
        when(standIns.standsInFor("minh", "lan")).thenReturn(true);
        assertThat(policy.check(nomination, "minh", Groups.AWARD_OFFICE, "appraise"))
                .singleElement()
                .extracting(refusal -> refusal.reason())
                .asString()
                .contains("làm thay người lập đề nghị");
        assertThat(policy.check(nomination, "hoa", Groups.AWARD_OFFICE, "appraise"))
                .isEmpty();
    }

    @Test
    void whereThereIsNobodyElseTheTrailSaysSo() {
        when(people.inGroup(Groups.STANDING_OFFICE)).thenReturn(List.of(person("lan")));
        assertThat(policy.check(nomination, "lan", Groups.STANDING_OFFICE, "consolidate"))
                .isEmpty();
        verify(trail)
                .record(argThat(event -> event.action().equals("nomination.own-handled")
                        && event.actor().equals("lan")
                        && event.unit().equals("q-ba-dinh")));
    }

    private static Person person(String id) {
        return new Person(id, id, "", "", "", null, null);
    }
}
