package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nepsong.cycle.Bloc;
import nepsong.directive.WorkingGroup;
import nepsong.directive.WorkingGroup.Charge;
import nepsong.organisation.People;
import org.junit.jupiter.api.Test;

class SupervisionPolicyTest {

    private static final Bloc ONE = new Bloc("khoi-1", "Khối 1 – Sở, ngành", List.of());
    private static final Bloc TWO = new Bloc("khoi-2", "Khối 2 – Quận", List.of());
    private static final Pair FIRST = new Pair("a", "b");
    private static final Pair SECOND = new Pair("b", "c");
    private static final Pair THIRD = new Pair("c", "a");

    private final People people = mock();

    @Test
    void aBlocsGroupsTakeTurnsAndNoOtherIsProposed() {
        assertThat(proposed(of("An", TWO), of("Bình", ONE), of("Chi"), of("Dung", TWO, ONE)))
                .containsExactly(1, 3, 1);
    }

    @Test
    void aGroupOfNoBlocComesBeforeOneOfAnother() {
        assertThat(proposed(of("An", TWO), of("Bình"))).containsExactly(1, 1, 1);
        assertThat(proposed(of("An", TWO))).containsExactly(0, 0, 0);
        assertThat(proposed()).isEmpty();
    }

    @Test
    void blocsThatWereWrittenAmongTheFieldsStillCount() {
        assertThat(proposed(
                        written("An", "Khối 2 – Quận"),
                        written("Bình", "tuyên truyền"),
                        written("Chi", "tuyên truyền; khối 1 – sở, ngành")))
                .containsExactly(2, 2, 2);
        assertThat(proposed(written("An", "Khối 2 – Quận"), written("Bình", "tuyên truyền")))
                .containsExactly(1, 1, 1);
    }

    @Test
    void aGroupWithSomebodyOfEitherUnitStandsBackEvenForOneOfAnotherBloc() {
        when(people.worksFor("An", "a")).thenReturn(true);

        assertThat(proposed(of("An", ONE), of("Bình", TWO))).containsExactly(1, 0, 1);
        assertThat(proposed(of("An", ONE))).as("there is no other").containsExactly(0, 0, 0);
    }

    private List<Integer> proposed(WorkingGroup... groups) {
        SupervisionPolicy policy = new SupervisionPolicy(List.of(groups), ONE, List.of(ONE, TWO), people);
        return Stream.of(FIRST, SECOND, THIRD)
                .map(policy::next)
                .flatMap(Optional::stream)
                .toList();
    }

    private static WorkingGroup of(String head, Bloc... blocs) {
        return new WorkingGroup(
                "Tổ của " + head,
                head,
                List.of(),
                Stream.of(blocs)
                        .map(bloc -> new Charge(bloc.code(), bloc.name()))
                        .toList(),
                "");
    }

    private static WorkingGroup written(String head, String scope) {
        return new WorkingGroup("Tổ của " + head, head, List.of(), scope);
    }
}
