package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nepsong.crossinspection.Inspections;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Units;
import org.junit.jupiter.api.Test;

/**
 * People are hired, moved, given roles and taken them, and inspect, in any order: whoever is let judge a bloc then has
 * nothing to do with any unit of it, and whoever has nothing to do with it is let.
 */
class ImpartialityPolicyTest {

    private static final int STEPS = 10_000;
    private static final int PEOPLE = 25;
    private static final List<List<String>> BLOCS = IntStream.range(0, 3)
            .mapToObj(bloc -> IntStream.range(0, 4)
                    .mapToObj(unit -> "unit-" + bloc + "-" + unit)
                    .toList())
            .toList();

    private final Random random = new Random(19082023);

    /** What the test itself knows of everybody. */
    private final Map<String, Set<String>> groups = new HashMap<>();

    private final Map<String, String> employers = new HashMap<>();
    private final Map<String, Set<String>> inspectors = new HashMap<>();

    @Test
    void noneOfTenThousandStepsLeadsSomebodyToJudgeWhatTheyAreInvolvedIn() {
        ImpartialityPolicy policy = policy();
        int allowed = 0;
        int refused = 0;
        for (int step = 0; step < STEPS; step++) {
            String person = "person" + random.nextInt(PEOPLE);
            List<String> bloc = BLOCS.get(random.nextInt(BLOCS.size()));
            String unit = bloc.get(random.nextInt(bloc.size()));
            happens(person, unit);
            boolean free = policy.objection("2023", person, bloc).isEmpty();
            assertThat(free).as("%s judges %s at step %d", person, bloc, step).isEqualTo(isStranger(person, bloc));
            allowed += free ? 1 : 0;
            refused += free ? 0 : 1;
        }
        assertThat(allowed).isGreaterThan(STEPS / 10);
        assertThat(refused).isGreaterThan(STEPS / 10);
    }

    private void happens(String person, String unit) {
        Set<String> roles = groups.computeIfAbsent(person, any -> new HashSet<>());
        switch (random.nextInt(8)) {
            case 0 -> roles.add(Groups.coordinatorAt(unit));
            case 1 -> roles.add(Groups.headAt(unit));
            case 2 -> roles.add(Groups.inspectorAt(unit));
            case 3 -> employers.put(person, unit);
            case 4 -> inspectors.computeIfAbsent(unit, any -> new HashSet<>()).add(person);
            case 5 -> roles.clear();
            case 6 -> employers.remove(person);
            default -> inspectors.values().forEach(all -> all.remove(person));
        }
    }

    private boolean isStranger(String person, List<String> bloc) {
        Set<String> roles = groups.getOrDefault(person, Set.of());
        return bloc.stream()
                .noneMatch(unit -> unit.equals(employers.get(person))
                        || inspectors.getOrDefault(unit, Set.of()).contains(person)
                        || roles.stream()
                                .anyMatch(role -> role.matches("(coordinator|head|inspector)At.*")
                                        && role.endsWith(Groups.headAt(unit).substring("headAt".length()))));
    }

    private ImpartialityPolicy policy() {
        Units units = mock(Units.class);
        when(units.find(anyString())).thenReturn(Optional.empty());
        Inspections inspections = mock(Inspections.class);
        when(inspections.unitsInspectedBy(anyString(), anyString(), any()))
                .thenAnswer(asked -> inspectors.entrySet().stream()
                        .filter(entry -> entry.getValue().contains(asked.<String>getArgument(0)))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
        return new ImpartialityPolicy(new Everybody(), units, inspections);
    }

    private final class Everybody implements People {

        @Override
        public Optional<Person> find(String id) {
            return Optional.of(new Person(id, id, "", "", "", employers.get(id), null));
        }

        @Override
        public Set<String> groupsOf(String id) {
            return groups.getOrDefault(id, Set.of());
        }

        @Override
        public List<Person> all() {
            return List.of();
        }

        @Override
        public List<Person> inGroup(String group) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, List<Person>> inGroups(Collection<String> all) {
            throw new UnsupportedOperationException();
        }
    }
}
