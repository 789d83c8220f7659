package nepsong.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.Set;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.junit.jupiter.api.Test;

class VerifierPolicyTest {

    private final FindingRecords records = new FindingRecords();
    private final People people = mock();
    private final VerifierPolicy policy = new VerifierPolicy(people, records.findings());

    @Test
    void whoeverWorksForTheUnitDoesNotVerifyItsCorrection() {
        String finding = records.recorded("2023", "q-ba-dinh", FindingType.CONDUCT, Severity.MINOR)
                .id();
        when(people.find(anyString())).thenReturn(Optional.empty());
        when(people.worksFor(anyString(), anyString())).thenCallRealMethod();
        when(people.groupsOf("secretary")).thenReturn(Set.of("secretaries"));
        when(people.groupsOf("both")).thenReturn(Set.of("secretaries", "coordinatorAtqbadinh"));
        when(people.groupsOf("seconded")).thenReturn(Set.of("secretaries"));
        when(people.find("seconded"))
                .thenReturn(Optional.of(new Person("seconded", "Lê An", "", "", "", "q-ba-dinh", null)));

        assertThat(policy.check(finding, "secretary")).isEmpty();
        assertThat(policy.check(finding, "")).isEmpty();
        assertThat(policy.check(finding, "both")).hasSize(1);
        assertThat(policy.check(finding, "seconded"))
                .singleElement()
                .extracting(refusal -> refusal.reason())
                .asString()
                .contains("phải do người khác");
    }
}
