package nepsong.organisation;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import org.junit.jupiter.api.Test;

/** Which looks are written. */
class UnitFilesTest {

    private static final Instant MORNING = Instant.parse("2023-11-06T01:00:00Z");
    private static final AuditEvent LOOK =
            AuditEvent.of("file.viewed").by("lan").of("2023", "p-hoan-kiem").about("scorecard");

    private final AuditTrail trail = mock();
    private final People people = mock();
    private final Clock clock = mock();
    private final UnitFiles files = new UnitFiles(trail, people, clock);

    private void looks(Instant at, Set<String> groups) {
        when(clock.instant()).thenReturn(at);
        when(people.groupsOf("lan")).thenReturn(groups);
        files.looked("lan", "2023", "p-hoan-kiem", "scorecard");
    }

    @Test
    void aLookIntoAnothersFileIsWrittenAndWhoeverReadsOnIsNotWrittenAgain() {
        looks(MORNING, Set.of("secretaries"));
        looks(MORNING.plusSeconds(30), Set.of("secretaries"));
        verify(trail, times(1)).record(LOOK);

        looks(MORNING.plus(Duration.ofHours(1)), Set.of("coordinatorAtqbadinh"));
        verify(trail, times(2)).record(LOOK);
    }

    @Test
    void nobodyIsWrittenForTheirOwnFileNorTheSystem() {
        looks(MORNING, Set.of("inspectorAtphoankiem"));
        files.looked("", "2023", "p-hoan-kiem", "scorecard");
        files.looked("lan", "2023", "", "a task of no unit");

        verify(trail, never()).record(any());
    }
}
