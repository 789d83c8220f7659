package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nepsong.catalogue.UsualParameters;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.organisation.Location;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.selfassessment.Acknowledgement;
import nepsong.selfassessment.Conflicts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PairingRequestsTest {

    private final Cycles cycles = mock();
    private final Units units = mock();
    private final PairingRequests requests =
            new PairingRequests(cycles, units, mock(Conflicts.class), mock(Pairs.class));

    @Test
    void whereBothUnitsAreKnownTheirDistanceCountsAndIsSaid() {
        List<Unit> bloc = Stream.of(
                        unit("h-ba-vi", new Location(21.199, 105.424)),
                        unit("h-soc-son", new Location(21.257, 105.849)),
                        unit("tx-son-tay", new Location(21.140, 105.505)),
                        unit("so-y-te", null))
                .toList();
        List<String> codes = bloc.stream().map(Unit::code).toList();
        when(cycles.bloc("2023", "khoi-3")).thenReturn(new Bloc("khoi-3", "Khối 3", codes));
        when(cycles.parameters("2023")).thenReturn(UsualParameters.values());
        when(units.find(anyCollection())).thenReturn(bloc);

        PairingCost cost = requests.of("2023", "khoi-3", 1, Map.of()).cost();

        assertThat(cost.of("h-ba-vi", "h-soc-son")).isEqualTo(3);
        assertThat(cost.reasons("h-ba-vi", "h-soc-son")).containsExactly("cách nhau khoảng 45 km");
        assertThat(cost.of("h-ba-vi", "tx-son-tay")).as("eleven kilometres").isZero();
        assertThat(cost.of("h-ba-vi", "so-y-te")).as("nobody knows").isZero();
    }

    @Test
    void aUnitInWhichTheLeadersOfAnotherWorkedIsSentToItOnlyWhereNothingElseIsLeft() {
        List<Unit> bloc = Stream.of("q-ba-dinh", "q-tay-ho", "q-dong-da")
                .map(code -> unit(code, null))
                .toList();
        when(cycles.bloc("2023", "khoi-2"))
                .thenReturn(new Bloc(
                        "khoi-2", "Khối 2", bloc.stream().map(Unit::code).toList()));
        when(cycles.parameters("2023")).thenReturn(UsualParameters.values());
        when(units.find(anyCollection())).thenReturn(bloc);
        Acknowledgement badinh = new Acknowledgement("", "", "", "", "", List.of(), 100, List.of("q-tay-ho"));

        for (int seed = 0; seed < 20; seed++) {
            PairingRequest request = requests.of("2023", "khoi-2", seed, Map.of("q-ba-dinh", badinh));
            assertThat(request.cost().of("q-tay-ho", "q-ba-dinh")).isEqualTo(5);
            assertThat(request.cost().of("q-ba-dinh", "q-tay-ho")).isZero();
            assertThat(new PairingPolicy().pair(request).pairs()).contains(new Pair("q-dong-da", "q-ba-dinh"));
        }
    }

    private static Unit unit(String code, @Nullable Location location) {
        return new Unit(code, "rural-district", code, code, "", LocalDate.EPOCH, null, null, location);
    }
}
