package nepsong.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nepsong.catalogue.CriteriaSet;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.organisation.BlocMembership;
import nepsong.organisation.Blocs;
import nepsong.organisation.Groups;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.junit.jupiter.api.Test;

/** How units are put in blocs, and what is refused about it. */
class BlocsTest {

    @Test
    void theUnitsOf2023FormThreeBlocs() {
        List<Unit> units = new ArrayList<>(units("rural-district", 7));
        units.addAll(units("town", 1));
        units.addAll(units("district", 8));
        units.addAll(units("department", 4));
        units.addAll(units("department-with-public-places", 2));
        assertThat(BlocPartition.of(units))
                .extracting(Bloc::code, Bloc::name, bloc -> bloc.units().size())
                .containsExactly(
                        tuple("khoi-1", "Khối 1 – Sở, ngành", 6),
                        tuple("khoi-2", "Khối 2 – Quận", 8),
                        tuple("khoi-3", "Khối 3 – Thị xã, huyện", 8));
    }

    @Test
    void manyUnitsOfAKindAreDividedEvenly() {
        assertThat(BlocPartition.of(units("commune", 1287)))
                .allSatisfy(bloc -> assertThat(bloc.units()).hasSizeBetween(12, 30))
                .flatExtracting(Bloc::units)
                .hasSize(1287)
                .doesNotHaveDuplicates();
    }

    @Test
    void aKindTooSmallForABlocJoinsItsNeighbour() {
        List<Unit> units = new ArrayList<>(units("department", 2));
        units.addAll(units("district", 5));
        units.addAll(units("commune", 1));
        assertThat(BlocPartition.of(units))
                .extracting(Bloc::name, bloc -> bloc.units().size())
                .containsExactly(tuple("Khối 1 – Sở, ngành, quận", 8));
        assertThat(BlocPartition.of(units("ward", 2))).singleElement().satisfies(bloc -> assertThat(bloc.units())
                .hasSize(2));
    }

    @Test
    void theRegistrysBlocsAreProposedUntilTheStandingOfficeSettlesOthers() {
        List<Unit> wards = units("ward", 6);
        List<String> codes = wards.stream().map(Unit::code).toList();
        Bloc two = new Bloc("khoi-1", "Khối của kỳ trước", codes);
        assertThat(proposed(codes, two, loadedAt("2024-01-01")))
                .as("a file is newer than the cycle before")
                .extracting(Bloc::name, Bloc::units)
                .containsExactly(
                        tuple("Khối 8 – Ven sông", codes.subList(0, 3)), tuple("Khối 9 – Nội đô", codes.subList(3, 6)));
        assertThat(proposed(codes, two, loadedAt("2022-01-01")))
                .as("the cycle before was settled after the file")
                .containsExactly(two);
        assertThat(proposed(codes.subList(0, 5), two, loadedAt("2024-01-01")))
                .as("a bloc of two units does not hold")
                .extracting(Bloc::name)
                .containsExactly("Khối của kỳ trước");
    }

    private static Blocs loadedAt(String day) {
        Blocs registry = mock();
        Map<String, BlocMembership> members = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            members.put("ward-" + i, member("ward-" + i, i < 3));
        }
        when(registry.validOn(LocalDate.of(2024, 1, 1))).thenReturn(members);
        when(registry.loadedAt()).thenReturn(Optional.of(Instant.parse(day + "T00:00:00Z")));
        return registry;
    }

    private static BlocMembership member(String unit, boolean river) {
        return new BlocMembership(
                river ? "khoi-8" : "khoi-9",
                river ? "Khối 8 – Ven sông" : "Khối 9 – Nội đô",
                "",
                unit,
                LocalDate.of(2020, 1, 1),
                null);
    }

    private static List<Bloc> proposed(List<String> scope, Bloc before, Blocs registry) {
        Instant then = Instant.parse("2023-03-01T00:00:00Z");
        Cycle last = new Cycle("2023", 2023, "Kỳ trước", 1, null, then, "office", then, null, null);
        Cycle cycle = new Cycle("2024", 2024, "Kỳ này", null, null, then, "office", null, null, null);
        Cycles cycles = mock();
        when(cycles.get("2024")).thenReturn(cycle);
        when(cycles.all()).thenReturn(List.of(cycle, last));
        when(cycles.blocs("2023")).thenReturn(List.of(before));
        Plans plans = mock();
        when(plans.get("2024"))
                .thenReturn(new Plan(
                        "2024", "Kỳ này", "", List.of(), "", "", scope, 1, List.of(), List.of(), 1, then, "office"));
        return new BlocProposal(plans, cycles, new CycleBefore(cycles), registry, mock(Units.class)).propose("2024");
    }

    @Test
    void weightsOfAKindThatDoNotComeToTheWholeAreRefusedByName() {
        assertThat(ConfigurationPolicy.judgeWeights(Map.of(
                        "ward",
                        Map.of(
                                CriteriaSet.WORKPLACE,
                                new BigDecimal("0.50"),
                                CriteriaSet.PUBLIC_PLACE,
                                new BigDecimal("0.5")))))
                .isEmpty();
        assertThat(ConfigurationPolicy.judgeWeights(
                        Map.of("ward", Map.of(CriteriaSet.WORKPLACE, new BigDecimal("0.90")), "town", Map.of())))
                .extracting(Refusal::field, Refusal::row, Refusal::reason)
                .containsExactlyInAnyOrder(
                        tuple("weights", "Phường", "Hệ số hai bộ tiêu chí cộng lại là 90%, phải đúng 100%"),
                        tuple("weights", "Thị xã", "Hệ số hai bộ tiêu chí cộng lại là 0%, phải đúng 100%"));
    }

    @Test
    void aBlocOfTwoIsRefusedWithAReason() {
        List<Unit> units = units("ward", 5);
        List<Bloc> blocs = List.of(
                new Bloc("khoi-1", "Khối 1", List.of("ward-0", "ward-1", "ward-2")),
                new Bloc("khoi-2", "Khối 2", List.of("ward-3", "ward-4")));
        assertThat(ConfigurationPolicy.judgeBlocs(blocs, units)).singleElement().satisfies(refusal -> {
            assertThat(refusal.row()).isEqualTo("Khối 2");
            assertThat(refusal.reason()).contains("chỉ có 2 đơn vị", "kiểm tra lẫn nhau");
        });
    }

    @Test
    void everyUnitIsInExactlyOneBloc() {
        List<Bloc> blocs = List.of(
                new Bloc("khoi-1", "Khối 1", List.of("ward-0", "ward-1", "ward-2")),
                new Bloc("khoi-2", "Khối 2", List.of("ward-2", "ward-3", "so-y-te")));
        assertThat(ConfigurationPolicy.judgeBlocs(blocs, units("ward", 5)))
                .extracting(Refusal::row, Refusal::reason)
                .containsExactly(
                        tuple("ward-2", "Đơn vị chỉ được thuộc một khối"),
                        tuple("Đơn vị 4", "Đơn vị chưa thuộc khối nào"),
                        tuple("so-y-te", "Đơn vị không thuộc phạm vi của kế hoạch"));
    }

    @Test
    void whoeverCannotBeWrittenToIsNamed() {
        List<Unit> units = units("ward", 1);
        Person silent = new Person("x", "X", "", "", "", null, null);
        Person reachable = new Person("y", "Y", "y@nepsong.example", "", "", null, null);
        assertThat(ConfigurationPolicy.judgeContacts(
                        units,
                        Map.of(
                                Groups.coordinatorAt("ward-0"), List.of(silent),
                                Groups.headAt("ward-0"), List.of(reachable))))
                .extracting(Refusal::row, Refusal::reason)
                .containsExactly(tuple("Đơn vị 0", "Chưa có đầu mối có địa chỉ thư điện tử"));
    }

    private static List<Unit> units(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Unit(
                        kind + "-" + i, kind, "Đơn vị " + i, "Unit " + i, "", LocalDate.of(2008, 8, 1), null, null))
                .toList();
    }
}
