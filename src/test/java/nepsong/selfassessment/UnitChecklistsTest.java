package nepsong.selfassessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.catalogue.Checklist;
import nepsong.catalogue.Checklists;
import nepsong.catalogue.CriteriaSet;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By which criteria a unit is judged, and that a version loaded since changes nothing. */
class UnitChecklistsTest {

    private final Cycles cycles = mock();
    private final Checklists checklists = mock();
    private final Units units = mock();
    private final UnitChecklists ofUnits = new UnitChecklists(cycles, checklists, units);

    @BeforeEach
    void twoCyclesOfADistrict() {
        when(units.find("q-ba-dinh"))
                .thenReturn(Optional.of(new Unit(
                        "q-ba-dinh", "district", "Quận Ba Đình", "", "", LocalDate.of(2008, 8, 1), null, null)));
        configured("2023", 1);
        configured("2024", 2);
        Checklist first = checklist(1, "4");
        Checklist second = checklist(2, "6");
        when(checklists.version(1)).thenReturn(first);
        when(checklists.version(2)).thenReturn(second);
        when(checklists.published()).thenReturn(List.of(second, first));
    }

    @Test
    void aCycleKeepsTheVersionThatItWasConfiguredWith() {
        assertThat(most("2023")).isEqualByComparingTo("4");
        assertThat(most("2024")).isEqualByComparingTo("6");
    }

    @Test
    void aSetWithoutAWeightIsNotAskedFor() {
        assertThat(ofUnits.of("2023", "q-ba-dinh").criteria())
                .extracting(Criterion::code)
                .containsExactly("CS-A1");
    }

    private BigDecimal most(String cycle) {
        return ofUnits.of(cycle, "q-ba-dinh").get("CS-A1").max();
    }

    private void configured(String cycle, int checklist) {
        when(cycles.get(cycle))
                .thenReturn(new Cycle(
                        cycle, 2023, "Kỳ", checklist, null, Instant.EPOCH, "office", Instant.EPOCH, null, null));
        when(cycles.weights(cycle, "district")).thenReturn(Map.of(CriteriaSet.WORKPLACE, BigDecimal.ONE));
    }

    private static Checklist checklist(int version, String max) {
        return new Checklist(
                version,
                "Phiên bản " + version,
                List.of(
                        criterion("CS-A1", CriteriaSet.WORKPLACE, max),
                        criterion("CC-A1", CriteriaSet.PUBLIC_PLACE, max)));
    }

    private static Criterion criterion(String code, CriteriaSet set, String max) {
        return new Criterion(code, set, "A", "Nhóm", "Tiêu chí", "", new BigDecimal(max), "BOOL", "", null);
    }
}
