package nepsong.organisation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nepsong.audit.Names;
import org.springframework.stereotype.Component;

/** The registries' names, for the readers of the audit trail. */
@Component
class RegistryNames implements Names {

    private final Units units;
    private final People people;
    private final ErasedPeople erased;

    RegistryNames(Units units, People people, ErasedPeople erased) {
        this.units = units;
        this.people = people;
        this.erased = erased;
    }

    @Override
    public Map<String, String> ofUnits(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : units.find(codes).stream().collect(Collectors.toMap(Unit::code, Unit::name));
    }

    /** The trail keeps the login of whoever was erased; what stands for them now is shown beside it. */
    @Override
    public Map<String, String> ofPeople(Collection<String> ids) {
        Map<String, String> names = new LinkedHashMap<>();
        ids.forEach(id -> people.find(id).ifPresent(person -> names.put(id, person.name())));
        names.putAll(erased.namesOfLogins(
                ids.stream().filter(id -> !names.containsKey(id)).toList()));
        return names;
    }
}
