package nepsong.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A published version of the criteria of both sets, in their order. It never changes.
 *
 * @param version from 1
 */
public record Checklist(int version, String title, List<Criterion> criteria) {

    public Checklist {
        criteria = List.copyOf(criteria);
    }

    public List<Criterion> of(CriteriaSet set) {
        return criteria.stream().filter(criterion -> criterion.set() == set).toList();
    }

    /** What the groups of both sets are called, by their codes, in their order. */
    public Map<String, String> groupNames() {
        Map<String, String> names = new LinkedHashMap<>();
        criteria.forEach(criterion -> names.putIfAbsent(criterion.groupCode(), criterion.groupName()));
        return names;
    }

    public Optional<Criterion> find(String code) {
        return criteria.stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst();
    }
}
