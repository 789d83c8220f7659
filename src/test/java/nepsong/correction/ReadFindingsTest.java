package nepsong.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Set;
import nepsong.audit.AuditTrail;
import nepsong.evidence.EvidenceReadership;
import nepsong.organisation.People;
import org.junit.jupiter.api.Test;

class ReadFindingsTest {

    private final FindingRecords records = new FindingRecords();
    private final People people = mock();
    private final EvidenceReadership readership = mock();
    private final ReadFindings reading =
            new ReadFindings(records.findings(), records.reports(), people, readership, mock(AuditTrail.class));

    @Test
    void theTeamSeesEveryUnitAndAUnitItself() {
        records.recorded("2023", "q-ba-dinh", FindingType.CONDUCT, Severity.MINOR);
        records.recorded("2023", "q-tay-ho", FindingType.CONDUCT, Severity.MINOR);
        when(people.groupsOf("secretary")).thenReturn(Set.of("secretaries"));
        when(people.groupsOf("qbadinhHead")).thenReturn(Set.of("headAtqbadinh"));

        assertThat(reading.read("2023", null, "secretary").orElseThrow()).hasSize(2);
        assertThat(reading.read("2023", "q-ba-dinh", "qbadinhHead").orElseThrow())
                .extracting(found -> found.finding().unit())
                .containsExactly("q-ba-dinh");
        assertThat(reading.read("2023", "q-tay-ho", "qbadinhHead")).isEmpty();
        assertThat(reading.read("2023", null, "qbadinhHead")).isEmpty();
    }

    @Test
    void whoInspectsAUnitSeesWhatWasFoundThereAndNothingElse() {
        records.recorded("2023", "q-ba-dinh", FindingType.CONDUCT, Severity.MINOR);
        records.recorded("2023", "q-tay-ho", FindingType.CONDUCT, Severity.MINOR);
        Set<String> groups = Set.of("inspectorAtqhoankiem");
        when(people.groupsOf("qhoankiemInspector")).thenReturn(groups);
        when(readership.mayRead("2023", "q-tay-ho", groups)).thenReturn(true);

        assertThat(reading.read("2023", "q-tay-ho", "qhoankiemInspector").orElseThrow())
                .extracting(found -> found.finding().unit())
                .containsExactly("q-tay-ho");
        assertThat(reading.read("2023", "q-ba-dinh", "qhoankiemInspector")).isEmpty();
        assertThat(reading.read("2023", null, "qhoankiemInspector")).isEmpty();
    }
}
