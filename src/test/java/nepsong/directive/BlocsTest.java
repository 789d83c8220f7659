package nepsong.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nepsong.cycle.Bloc;
import nepsong.cycle.Refusal;
import nepsong.organisation.Groups;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
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
